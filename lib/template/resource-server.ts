import { child } from '../document/field-path'
import type { ResourceServer, Scope, UserPool } from '../model/model'
import { type Body, type Resource, resource } from './template'
import { userPoolId } from './user-pool'
import { annotate, fromField, type Reference } from './value'

/** A resource server with its custom scopes. Clients, tokens and methods write a scope as `Identifier/ScopeName`. */
export const resourceServer = (server: ResourceServer, pool: UserPool): Resource =>
  resource(
    server.id,
    'AWS::Cognito::UserPoolResourceServer',
    {
      field: server.field,
      identifier: server.identifier,
      name: server.name,
      scopes: server.scopes.map(({ field, name, description }) => ({ field, name, description })),
      userPoolId: userPoolId(pool),
    },
    body,
  )

type ResourceServerInputs = Pick<ResourceServer, 'field' | 'identifier' | 'name'> & {
  readonly scopes: readonly Pick<Scope, 'field' | 'name' | 'description'>[]
  readonly userPoolId: Reference
}

const body = (inputs: ResourceServerInputs): Body => ({
  note: { field: inputs.field },
  properties: {
    UserPoolId: inputs.userPoolId,
    Identifier: annotate(inputs.identifier, { field: child(inputs.field, 'identifier'), quoted: true }),
    Name: fromField(child(inputs.field, 'name'), inputs.name),
    // Without scopes its identifier is only an audience (resource binding).
    Scopes:
      inputs.scopes.length === 0
        ? undefined
        : fromField(
            child(inputs.field, 'scopes'),
            inputs.scopes.map(({ field, name, description }) =>
              fromField(field, {
                ScopeName: annotate(name, { field: child(field, 'name'), quoted: true }),
                ScopeDescription: fromField(child(field, 'description'), description),
              }),
            ),
          ),
  },
})
