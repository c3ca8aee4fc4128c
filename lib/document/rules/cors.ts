import { specError } from '../error-code'
import { child } from '../field-path'
import { specRule } from '../spec-rule'

/** Rejects `*` next to other origins. */
export const wildcardAlone = specRule(['api'], function* ({ api: { allowOrigins } }) {
  if (allowOrigins?.includes('*') && allowOrigins.some(origin => origin !== '*'))
    yield specError(
      'WILDCARD_NOT_ALONE',
      'api.cors.allowOrigins',
      'The origin * allows every origin and cannot be combined with others. Remove it, or remove the others.',
    )
})

/** Rejects OPTIONS endpoints when CORS is enabled: API Gateway answers preflight requests itself. */
export const preflight = specRule(['api', 'endpoints'], function* ({ api, endpoints }) {
  if (!api.hasCors) return
  for (const [i, { method }] of (endpoints ?? []).entries())
    if (method === 'OPTIONS')
      yield specError(
        'OPTIONS_WITH_CORS',
        child('endpoints', i, 'method'),
        'With CORS enabled, API Gateway answers OPTIONS itself. Remove this endpoint, or remove api.cors.',
      )
})
