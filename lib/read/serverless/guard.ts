import type { Authorizer, Endpoint } from '../../deployed/deployed'
import type { Term } from '../../deployed/term'

/** How an endpoint is protected, in Serverless' own words. */
export interface Guard {
  readonly type: Term
  readonly writtenType?: Term
  readonly authorizer: Endpoint['authorizer']
  readonly scopes: Term
  /** An authorizer that the framework creates from this event. */
  readonly made?: Authorizer
}
