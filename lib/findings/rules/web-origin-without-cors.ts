import { apiGatewayGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import { webOrigin } from '../../document/web-origin'
import type { Api, Client, Model } from '../../model/model'
import type { Fix, Rule } from '../finding'

export const webOriginWithoutCors: Rule = {
  code: 'WEB_ORIGIN_WITHOUT_CORS',
  check: model =>
    model.clients.flatMap(client => {
      const missing = missingOrigins(client, model.api)
      if (missing.size === 0) return []
      const origins = [...missing.keys()]
      return [
        {
          code: 'WEB_ORIGIN_WITHOUT_CORS',
          severity: 'warning',
          paths: [...[...missing.values()].map(i => child(client.field, 'callbackUrls', i)), 'api.cors'],
          message: `The API does not allow browser calls from ${origins.join(', ')}, an address of client "${client.name}".`,
          why: 'The browser sends a preflight request first and blocks the call, whatever the token allows.',
          fix: `Add ${origins.length === 1 ? 'the origin' : 'the origins'} to api.cors.allowOrigins, unless a server makes the calls.`,
          source: apiGatewayGuide(model.api.type === 'rest' ? 'how-to-cors' : 'http-api-cors'),
          ...repairOf(origins, model),
        },
      ]
    }),
}

/** Origins of pages that call the API from the browser, with the index of the first callback URL of each. */
function missingOrigins({ generateSecret, interactive, callbackUrls }: Client, { cors }: Api) {
  const missing = new Map<string, number>()
  // A client with a secret runs on a server, where CORS does not apply.
  if (generateSecret || !interactive) return missing
  const allowed = new Set(cors?.allowOrigins.map(normalized))
  for (const [i, uri] of callbackUrls.entries()) {
    const origin = webOrigin(uri)
    if (origin === undefined || allowed.has('*') || allowed.has(origin) || missing.has(origin)) continue
    missing.set(origin, i)
  }
  return missing
}

const normalized = (origin: string): string => webOrigin(origin) ?? origin

/** Offers no fix when an endpoint uses OPTIONS, which cannot be combined with CORS. */
function repairOf(origins: readonly string[], { endpoints }: Model): { readonly repair?: Fix } {
  if (endpoints.some(({ method }) => method === 'OPTIONS')) return {}
  return {
    repair: {
      label: origins.length === 1 ? `Allow ${origins[0]}` : `Allow ${origins.length} origins`,
      apply: spec => ({
        ...spec,
        api: {
          ...spec.api,
          cors: { allowOrigins: [...new Set([...(spec.api.cors?.allowOrigins ?? []), ...origins])] },
        },
      }),
    },
  }
}
