import type { ResourceServer, ScopeUse, UserPool } from '../../model/model'
import { inTemplate, quote } from '../../text/hcl'
import type { Line } from '../../text/line'

/** `OrdersIdGet` → `orders_id_get`, `APIRead` → `api_read`. */
export const snakeCase = (pascal: string): string =>
  pascal
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()

/**
 * The label of a node: its id without its kind. Ids are unique whatever their case, so snake cases are unique too; an
 * id that ends in a hash keeps it after two underscores, which no snake case contains.
 */
export function label(
  id: string,
  kind: 'Client' | 'ResourceServer' | 'Resource' | 'Method' | 'Function',
): string {
  const [, stem = '', hash] = new RegExp(`^(.*?)${kind}([0-9a-f]{8})?$`).exec(id) ?? [
    undefined,
    id,
    undefined,
  ]
  const name = snakeCase(stem || kind)
  return hash ? `${name}__${hash}` : name
}

export const resourceServerAddress = ({ id }: Pick<ResourceServer, 'id'>): string =>
  `aws_cognito_resource_server.${label(id, 'ResourceServer')}`

export const clientAddress = (id: string): string => `aws_cognito_user_pool_client.${label(id, 'Client')}`

export const functionAddress = (id: string): string => `aws_lambda_function.${label(id, 'Function')}`

/** A name as deployed, with its stage in front. */
export const staged = (name: string): string => `"\${var.stage}-${inTemplate(name)}"`

/** The user pool, made here or read. */
export const userPoolAddress = ({ source }: Pick<UserPool, 'source'>): string =>
  source === 'new' ? 'aws_cognito_user_pool.main' : 'data.aws_cognito_user_pool.main'

/** The issuer of the pool's tokens, as a template without its quotes. */
export const issuer = ({ source }: Pick<UserPool, 'source'>): string =>
  source === 'new'
    ? 'https://${aws_cognito_user_pool.main.endpoint}'
    : 'https://cognito-idp.${var.region}.${data.aws_partition.current.dns_suffix}/${data.aws_cognito_user_pool.main.id}'

/** A full scope: by reference to its resource server, so that whatever lists it waits until the scope exists. */
export type ScopeExpression = { readonly text: string; readonly field: string }

export const scopeExpressions = (scopes: readonly ScopeUse[]): readonly ScopeExpression[] =>
  scopes.map(({ field, fullScope, scope }) => ({
    field,
    text: scope
      ? `"\${${resourceServerAddress(scope.resourceServer)}.identifier}/${inTemplate(scope.name)}"`
      : quote(fullScope),
  }))

/** String literals, each with the field that it comes from. */
export const strings = (field: string, items: readonly string[]): readonly Line[] =>
  items.map((item, i) => ({ text: quote(item), field: `${field}.${i}` }))
