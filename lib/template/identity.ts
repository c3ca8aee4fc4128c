import type { LambdaFunction, Model, NewUserPool } from '../model/model'
import { client } from './client'
import { identityOutputs } from './identity-outputs'
import { managedLoginBranding } from './managed-login-branding'
import { resourceServer } from './resource-server'
import { stageParameter } from './stage'
import type { Resource, Template } from './template'
import { triggerPermission } from './trigger'
import { userPool, userPoolParameters } from './user-pool'
import { userPoolDomain } from './user-pool-domain'

/** The logical ID of a function in a format. */
type LogicalId = (node: LambdaFunction) => string

/**
 * The Cognito half: pool, domain, resource servers, clients and their branding, and the permission of its trigger.
 * `functionId`: the logical ID of the trigger's function, which the format makes.
 */
export function identity(model: Model, functionId: LogicalId = ({ id }) => id): Template {
  const { userPool: pool } = model
  const own = pool.source === 'new' ? newPool(pool, functionId) : []
  const firstCustom = model.clients.findIndex(({ scopes }) => scopes.some(({ scope }) => scope))
  const firstValidity = model.clients.findIndex(({ tokenValidity }) => tokenValidity)
  return {
    parameters: [stageParameter(model.stage), ...userPoolParameters(pool)],
    resources: [
      ...own,
      ...model.resourceServers.map(server => resourceServer(server, pool)),
      ...model.clients.flatMap((node, i) => [
        client(node, pool, {
          scopes: i === 0,
          order: i === firstCustom,
          validity: i === firstValidity,
        }),
        ...(pool.managedLogin && node.interactive ? [managedLoginBranding(node, pool)] : []),
      ]),
    ],
    outputs: identityOutputs(model),
  }
}

function newPool(pool: NewUserPool, functionId: LogicalId): readonly Resource[] {
  const { preTokenGeneration: trigger } = pool
  const id = trigger && functionId(trigger.function)
  return [
    userPool(pool, id),
    userPoolDomain(pool),
    ...(trigger && id !== undefined ? [triggerPermission(trigger, pool, id)] : []),
  ]
}
