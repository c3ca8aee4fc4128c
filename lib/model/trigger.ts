import { allowsSdkSignIn } from '../aws/auth-flows'
import { isTriggerCalled } from '../aws/user-pool'
import type { Client, LambdaFunction, Model, PreTokenGeneration } from './model'

/** The pre token generation trigger; undefined without one. */
export const triggerOf = ({ userPool }: Pick<Model, 'userPool'>): PreTokenGeneration | undefined =>
  userPool.source === 'new' ? userPool.preTokenGeneration : undefined

/** Whether the trigger can change the access tokens of a client: V2_0 is not called for client_credentials. */
export function triggerAppliesTo(
  { interactive }: Pick<Client, 'interactive'>,
  model: Pick<Model, 'userPool'>,
): boolean {
  const trigger = triggerOf(model)
  return trigger !== undefined && isTriggerCalled(trigger.version, interactive)
}

/** Whether it can change some of them: users may sign in with a client for machines too, through the SDK. */
export const triggerMayApplyTo = (
  { interactive, explicitAuthFlows }: Pick<Client, 'interactive' | 'explicitAuthFlows'>,
  model: Pick<Model, 'userPool'>,
): boolean => triggerAppliesTo({ interactive: interactive || allowsSdkSignIn(explicitAuthFlows) }, model)

/** Every function of the stack: those of the endpoints, then that of the trigger. */
export function allFunctions(model: Pick<Model, 'functions' | 'userPool'>): readonly LambdaFunction[] {
  const trigger = triggerOf(model)
  return trigger ? [...model.functions, trigger.function] : model.functions
}
