import type { Cause } from '../deployed/cause'
import type { Api, ApiType, Endpoint, Link } from '../deployed/deployed'
import { asText } from '../deployed/questions'
import { literal, unknown } from '../deployed/term'
import type { Span } from '../source/node'

/** A part of the files that may contain endpoints, and why it is not known. */
export interface Hidden {
  readonly cause: Cause
  readonly at: Span
  /** The path that it is about, where that is known. */
  readonly path?: string
}

/** Missing files and macros are named by themselves; everything else hides endpoints that checks would be about. */
const isNamed = ({ cause: { kind } }: Hidden): boolean => kind === 'file' || kind === 'macro'

/** An endpoint of which nothing is known, not even whether it is there: every check of it is undecided. */
export function hiddenEndpoints(
  hidden: readonly Hidden[],
  type: ApiType,
  api: (hidden: Hidden) => Link<Api>,
): readonly Endpoint[] {
  return hidden.flatMap(it => {
    if (isNamed(it)) return []
    const { cause, at, path } = it
    const key = `hidden ${type} ${at.source.path} ${at.start}`
    const term = unknown(key, cause, at, true)
    return {
      id: cause.name,
      key,
      at,
      under: cause,
      apiType: type,
      api: api(it),
      method: asText(term),
      path: path === undefined ? asText(term) : literal(path, at),
      authorizationType: term,
      authorizer: { kind: 'unknown', because: [cause], byName: true },
      scopes: term,
      integrationUri: term,
      isMock: false,
      parts: [],
    }
  })
}

/** The same where the part may belong to any API. */
export const ofAnyApi = (hidden: readonly Hidden[]): readonly Endpoint[] =>
  (['rest', 'http'] as const).flatMap(type =>
    hiddenEndpoints(hidden, type, ({ cause }) => ({ kind: 'unknown', because: [cause] })),
  )
