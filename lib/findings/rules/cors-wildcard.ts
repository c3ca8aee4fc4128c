import { apiGatewayGuide } from '../../aws/docs'
import { webOrigin } from '../../document/web-origin'
import type { Model } from '../../model/model'
import type { Fix, Rule } from '../finding'

export const corsWildcard: Rule = {
  code: 'CORS_WILDCARD',
  check: model =>
    model.api.cors?.allowOrigins.includes('*')
      ? [
          {
            code: 'CORS_WILDCARD',
            severity: 'warning',
            paths: ['api.cors.allowOrigins'],
            message: 'Pages from every origin can call the API from a browser.',
            why: 'A page on another site can use a token that leaked to it. With a list of your own origins the browser blocks that.',
            fix: 'List the origins of your own pages.',
            source: apiGatewayGuide(model.api.type === 'rest' ? 'how-to-cors' : 'http-api-cors'),
            ...repairOf(model),
          },
        ]
      : [],
}

/** The origins of the callback URLs, if there are any. */
function repairOf({ clients }: Model): { readonly repair?: Fix } {
  const origins = [
    ...new Set(clients.flatMap(({ callbackUrls }) => callbackUrls.flatMap(uri => webOrigin(uri) ?? []))),
  ]
  if (origins.length === 0) return {}
  return {
    repair: {
      label:
        origins.length === 1
          ? `Allow ${origins[0]} only`
          : `Allow the ${origins.length} callback origins only`,
      apply: spec => ({ ...spec, api: { ...spec.api, cors: { allowOrigins: origins } } }),
    },
  }
}
