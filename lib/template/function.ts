import { shortHash } from '../model/ids'
import type { Api, LambdaFunction } from '../model/model'
import { keyOf } from './key'
import { answerSource } from './placeholder'
import type { Resource } from './template'
import { annotate, fromField, getAtt, pseudo, ref, sub } from './value'

/**
 * Runtime of every function. Lambda supports nodejs22.x only until April 2027:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const FUNCTION_RUNTIME = 'nodejs24.x'
/** Timeout of every function in seconds, always printed: CloudFormation and CDK default to 3, Serverless to 6. */
export const FUNCTION_TIMEOUT = 10

const ROLE = 'FunctionRole'

/** What every function may do: write its log. */
export const functionRole: Resource = {
  logicalId: ROLE,
  type: 'AWS::IAM::Role',
  key: ROLE,
  body: () => ({
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
  }),
}

/** A function that stands in for one handler until there is code to deploy. `explained`: the first one says why. */
export const lambdaFunction = (
  node: LambdaFunction,
  placeholder: Placeholder,
  explained: boolean,
): Resource => ({
  logicalId: node.id,
  type: 'AWS::Lambda::Function',
  key: keyOf('Function', node.id, node.field, node.handler, placeholder.key, explained),
  body: () => ({
    note: { field: node.field },
    properties: {
      Description: `Stands in for ${node.handler}`,
      Runtime: FUNCTION_RUNTIME,
      Timeout: FUNCTION_TIMEOUT,
      Handler: annotate('index.handler', {
        comment: explained ? 'Inline code is always index.js' : undefined,
      }),
      Role: getAtt(ROLE, 'Arn'),
      Code: { ZipFile: placeholder.source },
    },
  }),
})

/** The inline code of every function: a CommonJS module, as Lambda reads `ZipFile`. */
export interface Placeholder {
  readonly source: string
  /** Short, because it is in the key of every function. */
  readonly key: string
}

export function placeholder(api: Api): Placeholder {
  const source = `${answerSource(api)}\nexports.handler = answer;\n`
  return { source, key: shortHash(source) }
}

/** Lets this API, and no other, call the function. */
export const permission = (node: LambdaFunction): Resource => ({
  logicalId: `${node.id}Permission`,
  type: 'AWS::Lambda::Permission',
  key: keyOf('Permission', node.id, node.field),
  body: () => ({
    note: { field: node.field },
    properties: {
      FunctionName: ref(node.id),
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: fromField(
        'api',
        sub`arn:${pseudo('Partition')}:execute-api:${pseudo('Region')}:${pseudo('AccountId')}:${ref('Api')}/*`,
      ),
    },
  }),
})
