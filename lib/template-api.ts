import { accessOf, requiresApiKey } from './deployed/access'
import { endpointName } from './deployed/show'
import { checksTokensWithoutScopes } from './doctor/authorizer-kind'
import { placeOf } from './doctor/report'
import { whyNotJudged, whyNotOpen } from './doctor/why-not-judged'
import type { SpecError } from './document/error'
import type { Spec } from './document/spec'
import { importSpec } from './import/import'
import { knownAudiences } from './import/known-audiences'
import { knownText } from './import/known-text'
import type { ImportedThing } from './import-template'
import type { Reading } from './read/read'
import { issuersOf } from './token/issuer'

/** One API of some templates as a spec, which tokens are checked against. */
export type TemplateApi =
  | {
      readonly ok: false
      readonly errors: readonly SpecError[]
      readonly report: readonly ImportedThing[]
      /** The endpoints of the API, each with the reason: one of them at least is undecided. Otherwise empty. */
      readonly notJudged: NotJudged
    }
  | {
      readonly ok: true
      /** Id of the API in the templates. */
      readonly id: string
      readonly spec: Spec
      readonly report: readonly ImportedThing[]
      /** Ids of a deployed pool, and of its clients or the audiences of the API, if the files contain them. */
      readonly ids: { readonly userPoolId?: string; readonly clientIds?: readonly string[] }
      /** `none`: no client of the spec is certainly one of the user pool, because they are elsewhere or invented. */
      readonly clientsInFiles: 'some' | 'none'
      /** Places of the endpoints in the spec that require an API key, or may. */
      readonly apiKeys: readonly number[]
      /** Endpoints without a verdict, each with the reason. */
      readonly notJudged: NotJudged
    }

/** Endpoints without a verdict. */
export type NotJudged = readonly {
  readonly endpoint: string
  readonly why: string
  /** Its place in the spec, where the spec has it. */
  readonly index?: number
  /** It certainly takes ID tokens only, so that this is about them alone: an access token gets 401. */
  readonly refusesAccessTokens?: boolean
}[]

const ENDPOINT = 'endpoint '

/** Imports one API of what was read; `wanted` is its id. */
export function templateApi({ deployed }: Reading, wanted?: string): TemplateApi {
  const imported = importSpec(deployed, wanted)
  const report = imported.report.map(entry => ({ ...entry, at: entry.at && placeOf(entry.at) }))
  const notJudged = report
    .filter(({ how, what }) => how === 'left-out' && what.startsWith(ENDPOINT))
    .map(({ what, why }) => ({ endpoint: what.slice(ENDPOINT.length), why }))
  if (!imported.ok)
    return { ok: false, errors: imported.errors, report, notJudged: imported.isUndecided ? notJudged : [] }
  const { spec, api, userPoolId, clientIds, clientsInFiles } = imported
  const judged = imported.endpoints.filter(({ authorizationType }) => knownText(authorizationType) === 'JWT')
  const audiences = clientIds.length > 0 ? clientIds : (knownAudiences(judged) ?? [])
  const issuer = userPoolId && issuersOf(userPoolId).original
  const pool = { link: imported.pool, id: userPoolId, issuer }
  const facts = { deployed, access: accessOf(deployed) }
  const reasons = imported.endpoints.flatMap((endpoint, i) => {
    const { auth } = spec.endpoints[i]!
    const requiresToken = auth === 'access_token' || auth === 'id_token'
    const why = requiresToken
      ? whyNotJudged(endpoint, pool, facts)
      : auth === 'none'
        ? whyNotOpen(endpoint)
        : undefined
    const refusesAccessTokens = checksTokensWithoutScopes(endpoint, 'COGNITO_USER_POOLS').is === true
    return why === undefined
      ? []
      : [
          {
            endpoint: endpointName(endpoint),
            why,
            index: i,
            ...(refusesAccessTokens && { refusesAccessTokens }),
          },
        ]
  })
  return {
    ok: true,
    id: api.id,
    spec,
    report,
    ids: {
      ...(userPoolId !== undefined && { userPoolId }),
      ...(audiences.length > 0 && { clientIds: audiences }),
    },
    clientsInFiles,
    apiKeys: imported.endpoints.flatMap((endpoint, i) => (requiresApiKey(endpoint).is === false ? [] : i)),
    notJudged: [...notJudged, ...reasons],
  }
}
