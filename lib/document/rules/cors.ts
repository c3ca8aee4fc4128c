import { specError } from '../error-code'
import { child } from '../field-path'
import type { SpecRule } from './rule'

export const wildcardAlone: SpecRule = function* ({ api: { allowOrigins } }) {
  if (allowOrigins?.includes('*') && allowOrigins.some(origin => origin !== '*'))
    yield specError(
      'WILDCARD_NOT_ALONE',
      'api.cors.allowOrigins',
      'The origin * allows every origin, so it must stand alone; remove it or the others.',
    )
}

/** With CORS the preflight answers OPTIONS. */
export const preflight: SpecRule = function* ({ api, endpoints }) {
  if (!api.hasCors) return
  for (const [i, { method }] of (endpoints ?? []).entries())
    if (method === 'OPTIONS')
      yield specError(
        'OPTIONS_WITH_CORS',
        child('endpoints', i, 'method'),
        'With CORS set the preflight owns OPTIONS; remove this endpoint or api.cors.',
      )
}
