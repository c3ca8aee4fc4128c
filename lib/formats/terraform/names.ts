import { memoize } from '../../document/memoize'
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
export const label = (id: string, kind: Kind): string => LABELS[kind](id)

type Kind = 'Client' | 'ResourceServer' | 'Resource' | 'Method' | 'Function'

/** Memoized: a text with 300 endpoints asks for 2,000 labels, most of them those of the keystroke before. */
const labelsOf = (kind: Kind): ((id: string) => string) => {
  const pattern = new RegExp(`^(.*?)${kind}([0-9a-f]{8})?$`)
  return memoize(id => {
    const [, stem, hash] = pattern.exec(id)!
    const name = snakeCase(stem || kind)
    return hash ? `${name}__${hash}` : name
  })
}

const LABELS: Readonly<Record<Kind, (id: string) => string>> = {
  Client: labelsOf('Client'),
  ResourceServer: labelsOf('ResourceServer'),
  Resource: labelsOf('Resource'),
  Method: labelsOf('Method'),
  Function: labelsOf('Function'),
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

/** A scope as an input of a block: its text is made only when the block is printed. */
export type ScopeInput = {
  readonly field: string
  readonly fullScope: string
  /** Id of the resource server of a custom scope. */
  readonly server: string | undefined
  /** Name of a custom scope. */
  readonly name: string | undefined
}

export const scopeInputs = (scopes: readonly ScopeUse[]): readonly ScopeInput[] =>
  scopes.map(({ field, fullScope, scope }) => ({
    field,
    fullScope,
    server: scope?.serverId,
    name: scope?.name,
  }))

/** Full scopes: by reference to their resource server, so that whatever lists one waits until the scope exists. */
export const scopeExpressions = (scopes: readonly ScopeInput[]): readonly Line[] =>
  scopes.map(({ field, fullScope, server, name }) => ({
    field,
    text:
      server === undefined || name === undefined
        ? quote(fullScope)
        : `"\${${resourceServerAddress({ id: server })}.identifier}/${inTemplate(name)}"`,
  }))

/** String literals, each with the field that it comes from. */
export const strings = (field: string, items: readonly string[]): readonly Line[] =>
  items.map((item, i) => ({ text: quote(item), field: `${field}.${i}` }))
