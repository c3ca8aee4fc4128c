import { fields } from './fields'
import { functionOfArn } from './functions'
import type { Trigger } from './graph'
import { ACCOUNT, type Opened, PARTITION } from './intrinsics'

const PRINCIPAL = 'cognito-idp.amazonaws.com'

/** The trigger of a pool, from its LambdaConfig; the pool may call it if a permission says so. */
export function readTrigger(
  template: Opened,
  lambdaConfig: unknown,
  pool: string,
  region: string,
): Trigger | null {
  const { PreTokenGenerationConfig } = fields(lambdaConfig, ['PreTokenGenerationConfig'], 'LambdaConfig')
  const granted = permittedByPool(template, pool, region)
  if (PreTokenGenerationConfig === undefined) {
    if (granted.size > 0) throw new Error(`a user pool may call ${[...granted]}, and has no trigger`)
    return null
  }
  const { LambdaArn, LambdaVersion } = fields(
    PreTokenGenerationConfig,
    ['LambdaArn', 'LambdaVersion'],
    'PreTokenGenerationConfig',
  )
  const id = functionOfArn(LambdaArn, region)
  const others = [...granted].filter(other => other !== id)
  if (others.length > 0) throw new Error(`a user pool may call ${others}`)
  return { version: String(LambdaVersion), permitted: granted.has(id) }
}

/** Logical id of the function that a user pool calls, if there is one. */
export function triggerFunction(template: Opened, region: string): string | undefined {
  const [arn] = template.ofType('AWS::Cognito::UserPool').flatMap(({ resource }) => {
    const config = template.resolve(resource.Properties?.LambdaConfig) as
      | { readonly PreTokenGenerationConfig?: { readonly LambdaArn?: unknown } }
      | undefined
    return config?.PreTokenGenerationConfig?.LambdaArn ?? []
  })
  return arn === undefined ? undefined : functionOfArn(arn, region)
}

/** Permissions for Cognito. All others are API Gateway's. */
export const isForCognito = (properties: Readonly<Record<string, unknown>> | undefined): boolean =>
  properties?.Principal === PRINCIPAL

/** Functions that this user pool may call. A permission without its ARN would be one for every pool of the world. */
function permittedByPool(template: Opened, pool: string, region: string): ReadonlySet<string> {
  const own = template
    .ofType('AWS::Lambda::Permission')
    .filter(({ resource }) => isForCognito(resource.Properties))
  return new Set(
    own.map(permission => {
      const { FunctionName, Action, SourceArn } = template.properties(permission, [
        'FunctionName',
        'Action',
        'Principal',
        'SourceArn',
      ])
      if (Action !== 'lambda:InvokeFunction') throw new Error(`${permission.id} permits ${Action}`)
      if (SourceArn !== `arn:${PARTITION}:cognito-idp:${region}:${ACCOUNT}:userpool/${pool}`)
        throw new Error(`${permission.id} permits ${SourceArn}`)
      return (
        /^«AWS::Lambda::Function ([^»]*)»$/.exec(String(FunctionName))?.[1] ??
        functionOfArn(FunctionName, region)
      )
    }),
  )
}
