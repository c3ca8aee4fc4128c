import { memoizeNode } from '../model/memoize-node'
import type { Api, LambdaFunction } from '../model/model'
import { type AnsweringApi, answerSource } from './placeholder'
import { type Body, type Resource, resource } from './template'
import { annotate, fromField, getAtt, pseudo, ref, sub } from './value'

/**
 * Runtime of every function. Lambda supports nodejs22.x only until April 2027:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const FUNCTION_RUNTIME = 'nodejs24.x'
/** Timeout of every function in seconds, always printed: CloudFormation and CDK default to 3, Serverless to 6. */
export const FUNCTION_TIMEOUT = 10

/** Logical ID of the role of all functions. */
export const ROLE = 'FunctionRole'

const roleBody = (): Body => ({
  note: { field: 'endpoints' },
  properties: {
    AssumeRolePolicyDocument: {
      Version: annotate('2012-10-17', { quoted: true }),
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    ManagedPolicyArns: [
      sub`arn:${pseudo('Partition')}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`,
    ],
  },
})

/** The role of all functions: they may write logs. */
export const functionRole: Resource = resource(ROLE, 'AWS::IAM::Role', {}, roleBody)

type FunctionInputs = Pick<LambdaFunction, 'field' | 'handler'> & {
  readonly api: AnsweringApi
  readonly explained: boolean
}

/** A placeholder for one handler, until its code is deployed. `explained`: with the comments, once in a template. */
export const lambdaFunction = memoizeNode(
  (node: LambdaFunction, type: Api['type'], cors: Api['cors'], explained: boolean): Resource =>
    resource(
      node.id,
      'AWS::Lambda::Function',
      { field: node.field, handler: node.handler, api: { type, cors }, explained },
      functionBody,
    ),
)

const functionBody = ({ field, handler, api, explained }: FunctionInputs): Body => ({
  note: { field },
  properties: {
    Description: `Placeholder for ${handler}`,
    Runtime: FUNCTION_RUNTIME,
    Timeout: FUNCTION_TIMEOUT,
    Handler: annotate('index.handler', {
      comment: explained ? 'Inline code is always index.js' : undefined,
    }),
    Role: getAtt(ROLE, 'Arn'),
    // A CommonJS module, as Lambda reads `ZipFile`.
    Code: { ZipFile: `${answerSource(api)}\nexports.handler = answer;\n` },
  },
})

/** Lets this API, and no other, call the function. */
export const permission = memoizeNode(
  (node: LambdaFunction): Resource =>
    resource(
      `${node.id}Permission`,
      'AWS::Lambda::Permission',
      { field: node.field, functionId: node.id },
      permissionBody,
    ),
)

type PermissionInputs = Pick<LambdaFunction, 'field'> & { readonly functionId: string }

const permissionBody = ({ field, functionId }: PermissionInputs): Body => ({
  note: { field },
  properties: {
    FunctionName: ref(functionId),
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: fromField(
      'api',
      sub`arn:${pseudo('Partition')}:execute-api:${pseudo('Region')}:${pseudo('AccountId')}:${ref('Api')}/*`,
    ),
  },
})
