import { exists, isLinkTo } from '../deployed/access'
import type { Api, Deployed, Endpoint } from '../deployed/deployed'
import { isAbsent, isOneOf, isWord, wholeTextIs } from '../deployed/questions'
import type { Term } from '../deployed/term'
import { all, no, not, some, type Truth } from '../deployed/truth'

/** Is it the method that browsers send as a preflight? */
export const isOptions = ({ method }: Endpoint): Truth => isWord(method, ['OPTIONS'])

/** Does anything check the caller? */
export const isGuarded = ({ authorizationType }: Endpoint): Truth =>
  isOneOf(authorizationType, 'COGNITO_USER_POOLS', 'JWT', 'CUSTOM', 'AWS_IAM')

/** Is it an endpoint of this API? */
export const isOf = (endpoint: Endpoint, api: Api): Truth =>
  all(exists(endpoint), isLinkTo(endpoint.api, api))

/** Are pages in a browser meant to call the API? Its CORS settings or an OPTIONS method say so. */
export const isForBrowsers = (api: Api, deployed: Deployed): Truth =>
  some(hasCors(api.cors), hasEndpointForBrowsers(api, deployed))

/** Does an endpoint say so? */
export const hasEndpointForBrowsers = (api: Api, { endpoints }: Deployed): Truth =>
  some(
    ...endpoints.map(endpoint =>
      all(isOf(endpoint, api), some(endpoint.cors ? hasCors(endpoint.cors) : no, isOptions(endpoint))),
    ),
  )

/** Are there CORS settings? `false` means none. */
export const hasCors = (cors: Term): Truth =>
  all(not(isAbsent(cors)), not(wholeTextIs(cors, text => /^(?:false|no|off)$/i.test(text))))
