import type { Cause } from '../../deployed/cause'
import type { Deployed } from '../../deployed/deployed'

type Lists = Omit<Deployed, 'isOrdered'>

/**
 * The lists of `Deployed` while files are read into them. A literal that is made for each of many resources does not begin
 * with a spread: after `{ ...resource, key: value }` V8 gives each object in Node.js 20 a hidden class of its own, and what
 * reads them becomes slow.
 */
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
  hidden: [],
  hiddenAuthorizers: [],
  gatewayResponses: [],
  deployments: [],
  functions: [],
  permissions: [],
  services: [],
  open: [] as Cause[],
})
