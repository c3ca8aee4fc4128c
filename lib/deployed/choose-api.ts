import { matches } from './compare'
import type { Api, Endpoint } from './deployed'
import { asText } from './questions'

/** The API with the most endpoints that require a token, or the requested one. */
export function chooseApi(
  apis: readonly Api[],
  endpoints: readonly Endpoint[],
  wanted: string | undefined,
): Api | undefined {
  if (wanted !== undefined) return apis.find(({ id }) => id === wanted)
  const guarded = (api: Api) =>
    endpoints.filter(
      it =>
        it.api.kind === 'one' &&
        it.api.to.key === api.key &&
        matches(asText(it.authorizationType), /^(?:COGNITO_USER_POOLS|JWT)$/),
    ).length
  return apis.toSorted((a, b) => guarded(b) - guarded(a))[0]
}
