import type { Api, ApiType, Endpoint, Link } from '../deployed/deployed'
import { asText } from '../deployed/questions'
import { absent, literal, unknown } from '../deployed/term'
import { type Hidden, isNamed } from './hidden'

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
      authorizer: { kind: 'unknown', because: [cause], mayBeMissing: true },
      scopes: term,
      integrationUri: term,
      isMock: false,
      parts: [],
    }
  })
}

/** The same for events, which may belong to any API. */
export const ofAnyApi = (hidden: readonly Hidden[]): readonly Endpoint[] =>
  (['rest', 'http'] as const).flatMap(type =>
    hiddenEndpoints(hidden, type, ({ cause }) => ({ kind: 'unknown', because: [cause] })).map(endpoint => ({
      ...endpoint,
      // The format writes the integration of an event.
      integrationUri: absent(endpoint.at),
    })),
  )
