import type { Cause } from '../../deployed/cause'
import type { Deployed } from '../../deployed/deployed'

type Lists = Omit<Deployed, 'isOrdered'>

/** The lists of `Deployed` while files are read into them. */
export type Builder = { readonly [Name in keyof Lists]: Lists[Name][number][] }

export const emptyBuilder = (): Builder => ({
  userPools: [],
  resourceServers: [],
  clients: [],
  domains: [],
  brandings: [],
  apis: [],
  authorizers: [],
  endpoints: [],
  gatewayResponses: [],
  deployments: [],
  functions: [],
  permissions: [],
  services: [],
  open: [] as Cause[],
})
