import { child } from '../../document/field-path'
import type { ResourceServer, UserPool } from '../../model/model'
import { attribute, nested, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { resourceServerAddress, userPoolAddress } from './names'
import { resource } from './paragraph'

type ServerInputs = Pick<ResourceServer, 'field' | 'identifier' | 'name'> & {
  readonly address: string
  readonly pool: string
  readonly scopes: readonly { readonly name: string; readonly description: string }[]
}

/** A resource server with its custom scopes. */
export const resourceServer = (server: ResourceServer, pool: UserPool): Block =>
  block(
    {
      field: server.field,
      identifier: server.identifier,
      name: server.name,
      address: resourceServerAddress(server),
      pool: userPoolAddress(pool),
      scopes: server.scopes.map(({ name, description }) => ({ name, description })),
    },
    serverLines,
  )

const serverLines = ({ field, identifier, name, address, pool, scopes }: ServerInputs): Line[] =>
  resource(field, address, [
    attribute('user_pool_id', `${pool}.id`),
    attribute('identifier', quote(identifier), child(field, 'identifier')),
    attribute('name', quote(name), child(field, 'name')),
    ...scopes.map((scope, i) => {
      const at = child(field, 'scopes', i)
      return nested(
        'scope',
        [
          attribute('scope_name', quote(scope.name), child(at, 'name')),
          attribute('scope_description', quote(scope.description), child(at, 'description')),
        ],
        at,
      )
    }),
  ])
