import { exists } from '../deployed/access'
import type { Endpoint, Resource } from '../deployed/deployed'
import { endpointName } from '../deployed/show'
import { all, type Truth } from '../deployed/truth'
import type { Span } from '../source/node'
import type { Verdict } from './rule'

type Words = Pick<Verdict, 'message' | 'why' | 'fix'> &
  Partial<Pick<Verdict, 'proposals' | 'severity' | 'detail'>> & {
    readonly at?: Span
    /** Endpoints with another kind of the same fault become a finding of their own. */
    readonly kind?: string
  }

/** A verdict about one resource: a client, a server, an authorizer. */
export const about = (resource: Resource, truth: Truth, words: Words): Verdict => ({
  on: resource.id,
  group: resource.key,
  at: resource.at,
  resource,
  ...words,
  truth: all(exists(resource), truth),
})

/** A verdict about an endpoint; those of one API become one finding. */
export const aboutEndpoint = (endpoint: Endpoint, truth: Truth, { kind = '', ...words }: Words): Verdict => ({
  on: endpointName(endpoint),
  group: `${endpoint.api.kind === 'one' ? endpoint.api.to.key : 'unknown API'} ${kind}`,
  at: endpoint.at,
  resource: endpoint,
  ...words,
  truth: all(exists(endpoint), truth),
})

/** A known text, or its spelling with `${Name}` for what is unknown. */
export { show } from '../deployed/show'
