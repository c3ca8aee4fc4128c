import { type Cause, outside } from '../../deployed/cause'
import type { Api, Link } from '../../deployed/deployed'
import type { Span } from '../../source/node'

/** An answer that is not there says nothing of the API. */
export const notCollected = (name: string, call: string, at: Span): Cause => ({
  ...outside(name, `The answer of ${call} is not in these files.`),
  at,
})

/** The API of authorizers whose answer stands alone: endpoints that use them are in the answer of another call. */
export const ofNoApi = (name: string, call: string, at: Span): Link<Api> => ({
  kind: 'unknown',
  because: [notCollected(name, call, at)],
})
