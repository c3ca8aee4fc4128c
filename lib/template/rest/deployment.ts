import { memoize } from '../../document/memoize'
import { shortHash } from '../../model/ids'
import { memoizeNode } from '../../model/memoize-node'
import type { Endpoint, Model } from '../../model/model'
import { type Body, type Resource, resource } from '../template'
import { ref } from '../value'
import { API } from './rest-api'

type Part = string | boolean | undefined | readonly string[]

/**
 * SHA-256 of all 300 endpoints would take longer than printing a change: an edit hashes one. Another description
 * of a scope makes every endpoint that requires it another node, with the same spelling.
 */
const hashOf = memoize(shortHash, 1024)

const endpointHash = memoizeNode(({ method, path, auth, scopes, function: { id } }: Endpoint): string =>
  hashOf(
    spell(
      method,
      path,
      auth,
      scopes.map(({ fullScope }) => fullScope),
      id,
    ),
  ),
)

/** Sorted, because the order of endpoints is no part of the API. */
const endpointHashes = memoizeNode((endpoints: Model['endpoints']): readonly string[] =>
  endpoints.map(endpoint => endpointHash(endpoint)).sort(),
)

/**
 * Spells everything of the model that a deployment freezes. Fields and their order are left out: they change no answer
 * of the API. This is not the key of a block: a change of its spelling would deploy every existing API again.
 */
const frozen = ({ userPool, api, endpoints }: Model): string =>
  [
    spell(
      userPool.source === 'existing' ? userPool.userPoolId : userPool.id,
      api.cors?.allowOrigins,
      api.hasAuthorizer,
    ),
    ...endpointHashes(endpoints),
  ].join('\n\n')

/** No text of a spec contains control characters, so they separate the parts and mark an absent one. */
const spell = (...parts: readonly Part[]): string => parts.map(part => `${spellPart(part)}\n`).join('')

const spellPart = (part: Part): string | boolean => {
  if (part === undefined) return '\v'
  return typeof part === 'object' ? `${part.length}\t${part.join('\t')}` : part
}

/**
 * A deployment is a snapshot that never changes, so each change of the API needs a new one. The hash in the logical ID
 * makes CloudFormation create it.
 */
export const deployment = (model: Model, after: readonly Resource[]): Resource =>
  resource(
    `Deployment${shortHash(frozen(model))}`,
    'AWS::ApiGateway::Deployment',
    { dependsOn: after.map(({ logicalId }) => logicalId) },
    body,
  )

const body = ({ dependsOn }: { readonly dependsOn: readonly string[] }): Body => ({
  note: { field: 'endpoints' },
  dependsOn,
  dependsOnComment:
    'A deployment is a snapshot of the API, so everything it contains must exist first.\n' +
    'Its name contains a hash of the API, so that every change creates a new deployment.',
  properties: { RestApiId: ref(API) },
})
