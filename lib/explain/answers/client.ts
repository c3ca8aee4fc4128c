import { apiGatewayGuide } from '../../aws/docs'
import type { AnswerTable } from '../answer'

const CORS = apiGatewayGuide('how-to-cors')
const SEE_RESPONSE =
  'Repeat the request with curl -i, or look at the response in the network tab, and explain that.'

/** Lines of browsers and client libraries, which hide the response. */
export const clientAnswers = {
  CORS_PREFLIGHT: {
    from: 'browser',
    title: 'The CORS preflight request failed',
    causes: [
      'OPTIONS has the authorizer, so it is rejected with 401 or 403: browsers never send a token with a preflight request.',
      'CORS does not allow the Authorization header, the method or the origin.',
      'The path has no OPTIONS method.',
    ],
    fix: 'Remove authorization from OPTIONS, allow the Authorization header in CORS, and deploy the API again.',
    source: CORS,
    wording: 'cited',
  },
  CORS_NO_HEADER: {
    from: 'browser',
    title: 'The browser hides a response without CORS headers',
    causes: [
      'The request was refused with 401 or 403, and the response of the authorizer has no CORS headers.',
      'The function failed, or its response has no Access-Control-Allow-Origin header.',
    ],
    fix: `Add CORS headers to the gateway responses DEFAULT_4XX and DEFAULT_5XX (REST API) or set CORS on the API (HTTP API). ${SEE_RESPONSE}`,
    source: CORS,
    wording: 'cited',
  },
  NETWORK_HIDDEN: {
    from: 'browser',
    title: 'The client shows no response',
    causes: [
      'The response has no CORS headers, so the browser hides it. It may be a 401 of the authorizer.',
      'The client could not connect: the host name, the network or the certificate is wrong.',
    ],
    fix: SEE_RESPONSE,
    source: CORS,
    wording: 'general',
  },
  STATUS_401: {
    from: 'client-code',
    title: 'The response has status 401; this line does not say why',
    causes: [
      'The authorizer rejected the token: a missing scope (REST API), the wrong type of token, an expired token, another user pool.',
      'The request has no Authorization header.',
    ],
    fix: 'Log the body and the headers of the response (x-amzn-errortype, www-authenticate) and explain those, or paste the token.',
    wording: 'cited',
  },
  STATUS_403: {
    from: 'client-code',
    title: 'The response has status 403; this line does not say why',
    causes: [
      'HTTP API: the token has none of the scopes of the route.',
      'REST API: a wrong path, method or stage, an API key, AWS WAF or a resource policy. A Cognito authorizer responds with 401.',
    ],
    fix: 'Log the body and the headers of the response (x-amzn-errortype, www-authenticate) and explain those.',
    wording: 'cited',
  },
} as const satisfies AnswerTable<
  'CORS_PREFLIGHT' | 'CORS_NO_HEADER' | 'NETWORK_HIDDEN' | 'STATUS_401' | 'STATUS_403'
>
