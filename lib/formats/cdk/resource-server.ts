import { child } from '../../document/field-path'
import type { ResourceServer, Scope } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { at, type Chunk, list, paragraph } from './chunk'
import { type Scopes, variable } from './names'

export interface ResourceServerContext {
  readonly names: Scopes
  /** Scopes that a client or an endpoint lists: a constant that nothing uses would not compile. */
  readonly used: ReadonlySet<Scope>
  readonly explained: boolean
}

/** A resource server and the constants of its scopes. */
export const resourceServer = (
  server: ResourceServer,
  { names, used, explained }: ResourceServerContext,
): Chunk =>
  paragraph(
    [
      'ResourceServer',
      server.id,
      server.field,
      server.identifier,
      server.name,
      server.scopes.flatMap(scope => [
        scope.name,
        scope.description,
        names.get(scope)!.declared,
        used.has(scope) ? 'used' : '',
      ]),
      explained,
    ],
    () => {
      const inFull = server.scopes.filter(scope => used.has(scope))
      return withField(
        server.field,
        code`
          ${server.scopes.flatMap(scope => declaration(scope, names))}
          ${inFull.length > 0 ? `const ${variable(server)} = ` : ''}userPool.addResourceServer(${quote(server.id)}, {
            ${at(child(server.field, 'identifier'), `identifier: ${quote(server.identifier)},`)}
            ${at(child(server.field, 'name'), `userPoolResourceServerName: ${quote(server.name)},`)}
            ${list('scopes', child(server.field, 'scopes'), declared(server, names))}
          });
          ${explained && inFull.length > 0 ? explanation : undefined}
          ${inFull.flatMap(scope => fullScope(scope, names))}
        `,
      )
    },
  )

const declared = ({ scopes }: ResourceServer, names: Scopes): Line[] =>
  scopes.map(scope => ({ text: names.get(scope)!.declared }))

const declaration = (scope: Scope, names: Scopes): Line[] =>
  withField(
    scope.field,
    code`
      const ${names.get(scope)!.declared} = new cognito.ResourceServerScope({
        ${at(child(scope.field, 'name'), `scopeName: ${quote(scope.name)},`)}
        ${at(child(scope.field, 'description'), `scopeDescription: ${quote(scope.description)},`)}
      });
    `,
  )

const explanation = code`
  // By their full name, with the identifier and a slash in front: clients, tokens and methods know no other.
  // It refers to the resource server, so whatever uses it is created after the scopes exist.
`

const fullScope = (scope: Scope, names: Scopes): Line[] => {
  const { declared, full } = names.get(scope)!
  return at(
    child(scope.field, 'name'),
    `const ${full} = cognito.OAuthScope.resourceServer(${variable(scope.resourceServer)}, ${declared});`,
  )
}
