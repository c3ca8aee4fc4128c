import type { Model } from '../model/model'
import { client } from './client'
import { identityOutputs } from './identity-outputs'
import { managedLoginBranding } from './managed-login-branding'
import { resourceServer } from './resource-server'
import { stageParameter } from './stage'
import type { Resource, Template } from './template'
import { userPool, userPoolParameters } from './user-pool'
import { userPoolDomain } from './user-pool-domain'

/** The Cognito half: pool, domain, resource servers, clients and their branding. */
export function identity(model: Model): Template {
  const { userPool: pool } = model
  const own: readonly Resource[] = pool.source === 'new' ? [userPool(pool), userPoolDomain(pool)] : []
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
