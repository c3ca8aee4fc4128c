import type { Model } from './model'

/** Counts the routes of an HTTP API: with CORS, an authorized ANY endpoint also needs an OPTIONS route. */
export const routeCount = ({ api, endpoints }: Model): number =>
  endpoints.length +
  (api.cors ? endpoints.filter(({ method, auth }) => method === 'ANY' && auth !== 'none').length : 0)
