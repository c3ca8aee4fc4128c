import { child } from '../../document/field-path'
import type { ResourceServer, Scope } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, list, paragraph } from './lines'
import { type Scopes, type ScopeVariables, scopeVariablesOf, variable } from './names'

export interface ResourceServerContext {
  readonly names: Scopes
  /** Scopes that a client or an endpoint lists: an unused constant does not compile. */
  readonly used: ReadonlySet<Scope>
  readonly explained: boolean
}

type ScopeInputs = Pick<Scope, 'field' | 'name' | 'description'> & {
  readonly variables: ScopeVariables
  readonly used: boolean
}

type ResourceServerInputs = Pick<ResourceServer, 'id' | 'field' | 'identifier' | 'name'> & {
  readonly scopes: readonly ScopeInputs[]
  readonly explained: boolean
}

/** A resource server and the constants of its scopes. */
export const resourceServer = (
  { id, field, identifier, name, scopes }: ResourceServer,
  { names, used, explained }: ResourceServerContext,
): Block =>
  block(
    {
      id,
      field,
      identifier,
      name,
      scopes: scopes.map(scope => ({
        field: scope.field,
        name: scope.name,
        description: scope.description,
        variables: scopeVariablesOf(scope, names),
        used: used.has(scope),
      })),
      explained,
    },
    resourceServerLines,
  )

function resourceServerLines({
  id,
  field,
  identifier,
  name,
  scopes,
  explained,
}: ResourceServerInputs): Line[] {
  const usedScopes = scopes.filter(({ used }) => used)
  const isUsed = usedScopes.length > 0
  return paragraph(
    withField(
      field,
      code`
        ${scopes.flatMap(declaration)}
        ${isUsed ? `const ${variable(id)} = ` : ''}userPool.addResourceServer(${quote(id)}, {
          ${at(child(field, 'identifier'), `identifier: ${quote(identifier)},`)}
          ${at(child(field, 'name'), `userPoolResourceServerName: ${quote(name)},`)}
          ${list(
            'scopes',
            child(field, 'scopes'),
            scopes.map(({ variables }) => ({ text: variables.declared })),
          )}
        });
        ${explained && isUsed ? explanation : undefined}
        ${usedScopes.flatMap(scope => fullScope(scope, variable(id)))}
      `,
    ),
  )
}

const declaration = ({ field, name, description, variables }: ScopeInputs): Line[] =>
  withField(
    field,
    code`
      const ${variables.declared} = new cognito.ResourceServerScope({
        ${at(child(field, 'name'), `scopeName: ${quote(name)},`)}
        ${at(child(field, 'description'), `scopeDescription: ${quote(description)},`)}
      });
    `,
  )

const explanation = code`
  // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
  // server, so whatever uses them is created after the scopes exist.
`

const fullScope = ({ field, variables }: ScopeInputs, server: string): Line[] =>
  at(
    child(field, 'name'),
    `const ${variables.full} = cognito.OAuthScope.resourceServer(${server}, ${variables.declared});`,
  )
