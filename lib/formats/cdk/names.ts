import { pascalCase, shortHash } from '../../model/ids'
import { memoizeNode } from '../../model/memoize-node'
import type { ResourceServer, Scope, ScopeUse } from '../../model/model'
import { inTemplate } from '../../text/code'

/**
 * The constant of the construct with this id. Ids are unique whatever their case and end in their kind; the model
 * avoids reserved words and the names that every stack has.
 */
export const variable = (id: string): string => camelCase(id)

/** The constant of a function's integration. */
export const integrationVariable = (functionId: string): string =>
  `${variable(functionId).replace(/Function$/, '')}Integration`

/** A template literal for the name of a resource in the account, which starts with the stage. */
export const staged = (name: string): string => `\`\${stage}-${inTemplate(name)}\``

/** The expression for a client's `client_id`. */
export const clientId = (id: string): string => `${variable(id)}.userPoolClientId`

/** `APIRead` → `apiRead`, `Read` → `read`, `READ` → `read`. */
const camelCase = (pascal: string): string =>
  pascal.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, capitals => capitals.toLowerCase())

/** The two constants of a custom scope: as its resource server declares it, and by its full name. */
export type ScopeVariables = {
  readonly declared: string
  readonly full: string
}

/** The constants of all custom scopes. */
export type Scopes = ReadonlyMap<Scope, ScopeVariables>

/** Names the constants of all custom scopes; scopes that would share one start with the name of their resource server. */
export const scopeVariables = memoizeNode((resourceServers: readonly ResourceServer[]): Scopes => {
  const scopes = resourceServers.flatMap(server => server.scopes)
  const stems = new Map<string, number>()
  for (const { name } of scopes) stems.set(stemOf(name), (stems.get(stemOf(name)) ?? 0) + 1)
  const names = new Map<Scope, ScopeVariables>()
  const taken = new Set<string>()
  for (const scope of scopes) {
    const stem = stemOf(scope.name)
    const server = variable(scope.serverId).replace('ResourceServer', '')
    let wanted = both(stems.get(stem) === 1 ? stem : server + stem.charAt(0).toUpperCase() + stem.slice(1))
    if (taken.has(wanted.declared) || taken.has(wanted.full))
      wanted = both(`custom${shortHash(scope.fullScope)}`)
    taken.add(wanted.declared).add(wanted.full)
    names.set(scope, wanted)
  }
  return names
})

/** `orders:read` → `ordersRead`; `*` → `custom`. */
function stemOf(scopeName: string): string {
  const stem = camelCase(pascalCase(scopeName))
  return /^[a-z]/i.test(stem) ? stem : `custom${stem}`
}

const both = (stem: string): ScopeVariables => ({ declared: `${stem}Scope`, full: `${stem}OAuthScope` })

const RESERVED_SCOPES: Readonly<Record<string, string>> = {
  openid: 'OPENID',
  email: 'EMAIL',
  phone: 'PHONE',
  profile: 'PROFILE',
  'aws.cognito.signin.user.admin': 'COGNITO_ADMIN',
}

/** The constants of one custom scope. */
export function scopeVariablesOf(scope: Scope, names: Scopes): ScopeVariables {
  const found = names.get(scope)
  if (!found) throw new TypeError(`no name for the scope ${scope.fullScope}`)
  return found
}

/** The `OAuthScope` of a scope that a client or an endpoint lists. */
export const oAuthScope = ({ scope, fullScope }: ScopeUse, names: Scopes): string =>
  scope ? scopeVariablesOf(scope, names).full : `cognito.OAuthScope.${RESERVED_SCOPES[fullScope]}`

/** The full name of a scope that a method or a route requires, as an expression. */
export const scopeName = (use: ScopeUse, names: Scopes): string => `${oAuthScope(use, names)}.scopeName`
