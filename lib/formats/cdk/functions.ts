import type { Api, LambdaFunction, Model } from '../../model/model'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Chunk, list, paragraph } from './chunk'
import { integrationVariable, variable } from './names'

/** `nodejs24.x` → `NODEJS_24_X`, as aws-lambda names it. */
const RUNTIME = FUNCTION_RUNTIME.replace('nodejs', 'nodejs_').replace('.', '_').toUpperCase()

/** What the functions share: role, code, and one permission each. */
export function functionCode({ functions, api }: Model): Chunk {
  const kept = [...new Set(functions.map(topLevel))]
  return paragraph(['FunctionCode', kept, api.type], () =>
    withField(
      'endpoints',
      code`
        // One role for all, as they only write their logs: a stack may have 500 resources.
        const functionRole = new iam.Role(this, 'FunctionRole', {
          assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
          managedPolicies: [
            iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'),
          ],
        });
        const code = lambda.Code.fromAsset(path.join(__dirname, '..'), {
          // Where the handlers are and nothing else, so that no other change deploys the functions again.
          ${list('exclude', 'endpoints', excluded(kept))}
          ignoreMode: cdk.IgnoreMode.GIT,
        });
        ${api.type === 'rest' ? restPermission : httpPermission}
      `,
    ),
  )
}

/** The folder or the file at the top of the project that holds a handler: `cdk.*` would be cdk.out, its own target. */
const topLevel = ({ file }: LambdaFunction): string =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : `${file}.*js`

const excluded = (kept: readonly string[]): Line[] =>
  ['/*', ...kept.map(name => `!/${name}`), 'node_modules', '*.ts'].map(pattern => ({ text: quote(pattern) }))

/** A function and its integration, which all endpoints of its handler share. */
export const lambdaFunction = (node: LambdaFunction, api: Api): Chunk =>
  paragraph(['Function', node.id, node.field, node.handler, api.type], () =>
    withField(
      node.field,
      code`
        const ${variable(node)} = new lambda.Function(this, ${quote(node.id)}, {
          runtime: lambda.Runtime.${RUNTIME},
          timeout: cdk.Duration.seconds(${FUNCTION_TIMEOUT}),
          handler: ${quote(node.handler)},
          code,
          role: functionRole,
        });
        ${api.type === 'rest' ? restIntegration(node) : httpIntegration(node)}
      `,
    ),
  )

const restPermission = code`
  // One permission for each function, in place of two for each method.
  const onePermission = { scopePermissionToMethod: false };
`

const httpPermission = code`
  // One permission for each function, in place of one for each route.
  const onePermission = { scopePermissionToRoute: false };
`

const restIntegration = (node: LambdaFunction): Line[] => code`
  const ${integrationVariable(node)} = new apigateway.LambdaIntegration(${variable(node)}, onePermission);
`

const httpIntegration = (node: LambdaFunction): Line[] => code`
  const ${integrationVariable(node)} = new HttpLambdaIntegration(
    ${quote(`${node.id}Integration`)},
    ${variable(node)},
    onePermission,
  );
`
