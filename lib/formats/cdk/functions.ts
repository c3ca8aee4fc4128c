import type { Api, LambdaFunction, Model } from '../../model/model'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { list, paragraph } from './lines'
import { integrationVariable, variable } from './names'

/** `nodejs24.x` → `NODEJS_24_X`, as aws-lambda names it. */
const RUNTIME = FUNCTION_RUNTIME.replace('nodejs', 'nodejs_').replace('.', '_').toUpperCase()

type FunctionCodeInputs = {
  /** Names at the top of the project that contain handlers. */
  readonly kept: readonly string[]
  readonly apiType: Api['type']
}

/** What the functions share: role, code, and one permission each. */
export const functionCode = ({ functions, api }: Model): Block =>
  block({ kept: [...new Set(functions.map(topLevel))], apiType: api.type }, functionCodeLines)

/** The folder or file at the top of the project that contains a handler: `cdk.*` would include cdk.out, its own target. */
const topLevel = ({ file }: LambdaFunction): string =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : `${file}.*js`

const functionCodeLines = ({ kept, apiType }: FunctionCodeInputs): Line[] =>
  paragraph(
    withField(
      'endpoints',
      code`
        // One role for all functions, because they only write logs and a stack can have at most 500 resources.
        const functionRole = new iam.Role(this, 'FunctionRole', {
          assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
          managedPolicies: [
            iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'),
          ],
        });
        const code = lambda.Code.fromAsset(path.join(__dirname, '..'), {
          // Only the handlers, so that other changes do not redeploy the functions.
          ${list('exclude', 'endpoints', excluded(kept))}
          ignoreMode: cdk.IgnoreMode.GIT,
        });
        ${apiType === 'rest' ? restPermission : httpPermission}
      `,
    ),
  )

const excluded = (kept: readonly string[]): Line[] =>
  ['/*', ...kept.map(name => `!/${name}`), 'node_modules', '*.ts'].map(pattern => ({ text: quote(pattern) }))

const restPermission = code`
  // One permission per function instead of two per method.
  const onePermission = { scopePermissionToMethod: false };
`

const httpPermission = code`
  // One permission per function instead of one per route.
  const onePermission = { scopePermissionToRoute: false };
`

type FunctionInputs = Pick<LambdaFunction, 'id' | 'field' | 'handler'> & { readonly apiType: Api['type'] }

/** A function and its integration, which all endpoints of its handler share. */
export const lambdaFunction = ({ id, field, handler }: LambdaFunction, api: Api): Block =>
  block({ id, field, handler, apiType: api.type }, functionLines)

const functionLines = ({ id, field, handler, apiType }: FunctionInputs): Line[] =>
  paragraph(
    withField(
      field,
      code`
        const ${variable(id)} = new lambda.Function(this, ${quote(id)}, {
          runtime: lambda.Runtime.${RUNTIME},
          timeout: cdk.Duration.seconds(${FUNCTION_TIMEOUT}),
          handler: ${quote(handler)},
          code,
          role: functionRole,
        });
        ${apiType === 'rest' ? restIntegration(id) : httpIntegration(id)}
      `,
    ),
  )

const restIntegration = (id: string): Line[] => code`
  const ${integrationVariable(id)} = new apigateway.LambdaIntegration(${variable(id)}, onePermission);
`

const httpIntegration = (id: string): Line[] => code`
  const ${integrationVariable(id)} = new HttpLambdaIntegration(
    ${quote(`${id}Integration`)},
    ${variable(id)},
    onePermission,
  );
`
