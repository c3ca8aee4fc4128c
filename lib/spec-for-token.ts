import type { Spec } from './document/spec'
import type { NotJudged, TemplateApi } from './template-api'
import { parseIssuer } from './token/issuer'
import { readPaste } from './token/read-paste'

/**
 * The spec to judge the token of a text by. A template does not say in which Region it is deployed: unless the files
 * contain the id of the pool, the Region of the token's issuer is assumed, so that it is never called wrong.
 */
export function specForToken({ spec, ids }: Extract<TemplateApi, { ok: true }>, text: string): Spec {
  if (ids.userPoolId !== undefined || spec.userPool.source === 'existing') return spec
  const issuer = parseIssuer(readPaste(text).preferred?.decoded.claims?.iss)
  return issuer ? { ...spec, region: issuer.region } : spec
}

/** The endpoints that get no verdict on the token of a text. */
export function notJudgedFor({ notJudged }: Pick<TemplateApi, 'notJudged'>, text: string): NotJudged {
  const isAccessToken = readPaste(text).preferred?.decoded.claims?.token_use === 'access'
  return notJudged.filter(({ refusesAccessTokens }) => !(isAccessToken && refusesAccessTokens))
}
