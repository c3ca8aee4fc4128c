import { child, type FieldPath } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, LambdaFunction, Model, TriggerVersion } from '../../model/model'
import { allFunctions, triggerOf } from '../../model/trigger'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, list, paragraph } from './lines'
import { integrationVariable, variable } from './names'

/** `nodejs24.x` → `NODEJS_24_X`, as aws-lambda names it. */
const RUNTIME = FUNCTION_RUNTIME.replace('nodejs', 'nodejs_').replace('.', '_').toUpperCase()

type FunctionCodeInputs = {
  /** Names at the top of the project that contain handlers. */
  readonly kept: readonly string[]
  readonly apiType: Api['type']
}

/** What the functions share: role, code, and one permission each. */
export const functionCode = (model: Model): Block =>
  block({ kept: [...new Set(allFunctions(model).map(topLevel))], apiType: model.api.type }, functionCodeLines)

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
export const lambdaFunction = memoizeNode(
  ({ id, field, handler }: LambdaFunction, apiType: Api['type']): Block =>
    block({ id, field, handler, apiType }, functionLines),
)

const functionLines = ({ id, field, handler, apiType }: FunctionInputs): Line[] =>
  paragraph(
    withField(
      field,
      code`
        ${construct(id, handler)}
        ${apiType === 'rest' ? restIntegration(id) : httpIntegration(id)}
      `,
    ),
  )

const construct = (id: string, handler: string): Line[] => code`
  const ${variable(id)} = new lambda.Function(this, ${quote(id)}, {
    runtime: lambda.Runtime.${RUNTIME},
    timeout: cdk.Duration.seconds(${FUNCTION_TIMEOUT}),
    handler: ${quote(handler)},
    code,
    role: functionRole,
  });
`

type TriggerInputs = Pick<LambdaFunction, 'id' | 'field' | 'handler'> & {
  readonly version: TriggerVersion
  readonly trigger: FieldPath
}

/** The function of the pre token generation trigger; nothing without one. */
export function triggerFunction(model: Model): readonly Block[] {
  const trigger = triggerOf(model)
  if (!trigger) return []
  const { id, field, handler } = trigger.function
  return [block({ id, field, handler, version: trigger.version, trigger: trigger.field }, triggerLines)]
}

const triggerLines = ({ id, field, handler, version, trigger }: TriggerInputs): Line[] =>
  paragraph([
    ...withField(field, construct(id, handler)),
    ...withField(
      trigger,
      code`
        userPool.addTrigger(
          cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
          ${variable(id)},
          ${at(child(trigger, 'version'), `cognito.LambdaVersion.${version},`)}
        );
      `,
    ),
  ])

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
