import { pascalCase, shortHash } from '../../model/ids'
import type { Client, Endpoint, LambdaFunction, Model, Node, Scope, ScopeUse } from '../../model/model'
import { inTemplate } from '../../text/code'
import type { Line } from '../../text/line'

/**
 * The constant that holds a node's construct. Ids are unique whatever their case and end in their kind; the model
 * keeps them off reserved words and the names that every stack has.
 */
export const variable = ({ id }: Node): string => camelCase(id)

export const integrationVariable = (node: LambdaFunction): string =>
  `${variable(node).replace(/Function$/, '')}Integration`

/** A name as the account knows it, with its stage in front. */
export const staged = (name: string): string => `\`\${stage}-${inTemplate(name)}\``

export const clientId = (client: Client): string => `${variable(client)}.userPoolClientId`

/** `APIRead` → `apiRead`, `Read` → `read`, `READ` → `read`. */
const camelCase = (pascal: string): string =>
  pascal.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, capitals => capitals.toLowerCase())

/** The two constants of a custom scope: as its resource server declares it, and by its full name. */
export interface ScopeVariables {
  readonly declared: string
  readonly full: string
}

export type Scopes = ReadonlyMap<Scope, ScopeVariables>

/** Names for the constants of all custom scopes; scopes that would share one get their resource server's in front. */
export function scopeVariables({ resourceServers }: Model): Scopes {
  const scopes = resourceServers.flatMap(server => server.scopes)
  const stems = new Map<string, number>()
  for (const { name } of scopes) stems.set(stemOf(name), (stems.get(stemOf(name)) ?? 0) + 1)
  const names = new Map<Scope, ScopeVariables>()
  const taken = new Set<string>()
  for (const scope of scopes) {
    const stem = stemOf(scope.name)
    const server = variable(scope.resourceServer).replace('ResourceServer', '')
    let wanted = both(stems.get(stem) === 1 ? stem : server + stem.charAt(0).toUpperCase() + stem.slice(1))
    if (taken.has(wanted.declared) || taken.has(wanted.full))
      wanted = both(`custom${shortHash(scope.fullScope)}`)
    taken.add(wanted.declared).add(wanted.full)
    names.set(scope, wanted)
  }
  return names
}

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

/** The `OAuthScope` that a client or an endpoint lists. */
export const oAuthScope = ({ scope, fullScope }: ScopeUse, names: Scopes): string =>
  scope ? names.get(scope)!.full : `cognito.OAuthScope.${RESERVED_SCOPES[fullScope]}`

/** The full names that a method or a route asks for. */
export const authorizationScopes = ({ scopes }: Endpoint, names: Scopes): readonly Line[] =>
  scopes.map(use => ({ text: `${oAuthScope(use, names)}.scopeName`, field: use.field }))
