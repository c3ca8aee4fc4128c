import { child } from '../document/field-path'
import type { ResourceServer, UserPool } from '../model/model'
import { keyOf } from './key'
import type { Resource } from './template'
import { userPoolId } from './user-pool'
import { annotate, fromField } from './value'

/** Custom scopes: `Identifier/ScopeName` is what clients, tokens and methods say. */
export const resourceServer = (server: ResourceServer, pool: UserPool): Resource => ({
  logicalId: server.id,
  type: 'AWS::Cognito::UserPoolResourceServer',
  key: keyOf(
    'ResourceServer',
    server.id,
    server.field,
    server.identifier,
    server.name,
    server.scopes.flatMap(({ name, description }) => [name, description]),
    pool.source,
    pool.id,
  ),
  body: () => ({
    note: { field: server.field },
    properties: {
      UserPoolId: userPoolId(pool),
      Identifier: annotate(server.identifier, { field: child(server.field, 'identifier'), quoted: true }),
      Name: fromField(child(server.field, 'name'), server.name),
      Scopes: fromField(
        child(server.field, 'scopes'),
        server.scopes.map(({ field, name, description }) =>
          fromField(field, {
            ScopeName: annotate(name, { field: child(field, 'name'), quoted: true }),
            ScopeDescription: fromField(child(field, 'description'), description),
          }),
        ),
      ),
    },
  }),
})
