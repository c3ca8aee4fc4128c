import { entryOf, type Node, textOf, valueAt } from '../source/node'

/** Who can call an operation, as far as its document says. */
export interface OperationSecurity {
  readonly auth: 'none' | 'iam' | 'token'
  /** Names as written. */
  readonly scopes: readonly string[]
  /** API Gateway's Cognito authorizer accepts only ID tokens where no scope is required. */
  readonly isCognito: boolean
}

/**
 * Reads `security` of an operation, or of the document where it has none. Of several alternatives the first one with
 * scopes counts, otherwise the first one with a scheme. `lib/read` reads the same documents as API Gateway does: there a
 * scheme without an authorizer protects nothing. Here it shows what its author means.
 */
export function operationSecurity(operation: Node, root: Node): OperationSecurity {
  const security = valueAt(operation, 'security') ?? valueAt(root, 'security')
  const alternatives = (security?.kind === 'list' ? security.items : []).flatMap(item =>
    item.kind === 'map' && item.entries.length > 0 ? [item] : [],
  )
  const read = alternatives.map(({ entries }) => {
    const schemes = entries.map(({ key, value }) => ({
      scheme: schemeOf(root, key.value),
      scopes: value.kind === 'list' ? value.items.flatMap(item => textOf(item) ?? []) : [],
    }))
    return {
      auth: schemes.some(({ scheme }) => isIam(scheme)) ? 'iam' : 'token',
      scopes: schemes.flatMap(({ scopes }) => scopes),
      isCognito: schemes.some(({ scheme }) => isCognito(scheme)),
    } as const
  })
  const found = read.find(({ auth, scopes }) => auth === 'token' && scopes.length > 0) ?? read[0]
  return found ?? { auth: 'none', scopes: [], isCognito: false }
}

const schemeOf = (root: Node, name: string): Node | undefined =>
  valueAt(root, 'components', 'securitySchemes', name) ?? valueAt(root, 'securityDefinitions', name)

const isIam = (scheme: Node | undefined) =>
  textOf(valueAt(scheme, 'x-amazon-apigateway-authtype'))?.toLowerCase() === 'awssigv4'

const isCognito = (scheme: Node | undefined) =>
  textOf(valueAt(scheme, 'x-amazon-apigateway-authorizer', 'type'))?.toLowerCase() === 'cognito_user_pools'

/** The descriptions of the scopes of OAuth 2.0 schemes, by name. */
export function scopeDescriptions(root: Node): ReadonlyMap<string, string> {
  const descriptions = new Map<string, string>()
  const schemes = [valueAt(root, 'components', 'securitySchemes'), valueAt(root, 'securityDefinitions')]
  for (const scheme of schemes.flatMap(valuesOf))
    for (const owner of [scheme, ...valuesOf(valueAt(scheme, 'flows'))]) {
      const scopes = owner.kind === 'map' ? entryOf(owner, 'scopes')?.value : undefined
      for (const { key, value } of scopes?.kind === 'map' ? scopes.entries : [])
        descriptions.set(key.value, textOf(value) ?? '')
    }
  return descriptions
}

const valuesOf = (node: Node | undefined): readonly Node[] =>
  node?.kind === 'map' ? node.entries.map(({ value }) => value) : []
