import { exists } from '../deployed/access'
import type { Endpoint, Resource } from '../deployed/deployed'
import { endpointName } from '../deployed/show'
import { all, type Truth } from '../deployed/truth'
import type { Span } from '../source/node'
import type { Verdict } from './rule'

type Words = Pick<Verdict, 'message' | 'why' | 'fix'> &
  Partial<Pick<Verdict, 'on' | 'proposals' | 'severity' | 'detail'>> & {
    readonly at?: Span
    /** Another kind of the same fault becomes a finding of its own. */
    readonly kind?: string
  }

/**
 * A verdict about one resource: a client, a server, an authorizer. Undefined if the fault is not there; the words are
 * only made for one that is, or may be.
 */
export function about(resource: Resource, fault: Truth, words: () => Words): Verdict | undefined {
  const truth = all(exists(resource), fault)
  if (truth.is === false) return undefined
  const { kind = '', ...said } = words()
  return { on: resource.id, group: `${resource.key} ${kind}`, at: resource.at, resource, ...said, truth }
}

/** The same about an endpoint; verdicts about those of one API become one finding. */
export function aboutEndpoint(endpoint: Endpoint, fault: Truth, words: () => Words): Verdict | undefined {
  const truth = all(exists(endpoint), fault)
  if (truth.is === false) return undefined
  const { kind = '', ...said } = words()
  return {
    on: endpointName(endpoint),
    group: `${endpoint.api.kind === 'one' ? endpoint.api.to.key : 'unknown API'} ${kind}`,
    at: endpoint.at,
    resource: endpoint,
    ...said,
    truth,
  }
}

/** A known text, or its spelling with `${Name}` for what is unknown. */
export { show } from '../deployed/show'
