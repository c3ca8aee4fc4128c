import { sameText, whole } from '../deployed/compare'
import type { Deployed, Endpoint } from '../deployed/deployed'
import { isOneOf } from '../deployed/questions'
import { literal } from '../deployed/term'
import { all, no, not, some, type Truth } from '../deployed/truth'
import { exists } from './access'

/** Is it the method that browsers send as a preflight? */
export const isOptions = ({ method }: Endpoint): Truth => sameText(method, literal('OPTIONS', method.at))

/** Does anything check the caller? */
export const isGuarded = ({ authorizationType }: Endpoint): Truth =>
  isOneOf(authorizationType, 'COGNITO_USER_POOLS', 'JWT', 'CUSTOM', 'AWS_IAM')

/** Do two endpoints have the same API, as far as it is known? */
export const sameApi = (a: Endpoint, b: Endpoint): boolean =>
  a.api.kind === 'one' && b.api.kind === 'one' ? a.api.to.key === b.api.to.key : a.api.kind === b.api.kind

/** Are pages in a browser meant to call the API? Its CORS settings or an OPTIONS method say so. */
export function isForBrowsers(key: string, { endpoints, apis }: Deployed): Truth {
  const api = apis.find(it => it.key === key)
  const own = endpoints.filter(endpoint => endpoint.api.kind === 'one' && endpoint.api.to.key === key)
  return some(
    api ? hasCors(api.cors) : no,
    ...own.map(endpoint => (endpoint.cors ? hasCors(endpoint.cors) : no)),
    ...own.map(endpoint => all(exists(endpoint), isOptions(endpoint))),
  )
}

/** Are there CORS settings? `false` means none. */
export function hasCors(cors: import('../deployed/term').Term): Truth {
  if (cors.kind === 'absent') return no
  if (cors.kind === 'fields' || cors.kind === 'list') return not(no)
  return not(isOneOf(cors, 'false', 'False', 'no'))
}

/** The path as far as it is written; two endpoints with the same one share it. */
export const pathKey = ({ path }: Endpoint): string => whole(path) ?? JSON.stringify(path.parts)
