import type { Term } from './term'

/** What a template or a service is called, and how it is deployed, as far as its format says. */
export interface Service {
  /** How the keys of its resources begin. */
  readonly prefix: string
  /** `service` of a serverless.yml; absent where the name of the stack is chosen at deployment. */
  readonly name: Term
  /** The stage by default. */
  readonly stage: Term
  readonly region: Term
}
