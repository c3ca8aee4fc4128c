import type { LambdaFunction, Model, PreTokenGeneration } from './model'

/** The pre token generation trigger; undefined without one. */
export const triggerOf = ({ userPool }: Pick<Model, 'userPool'>): PreTokenGeneration | undefined =>
  userPool.source === 'new' ? userPool.preTokenGeneration : undefined

/** Every function of the stack: those of the endpoints, then that of the trigger. */
export function allFunctions(model: Pick<Model, 'functions' | 'userPool'>): readonly LambdaFunction[] {
  const trigger = triggerOf(model)
  return trigger ? [...model.functions, trigger.function] : model.functions
}
