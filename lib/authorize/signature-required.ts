import type { Endpoint, Model } from '../model/model'
import { failed } from './checks/check'
import { unsignedResponse } from './gateway-response'
import { denied } from './make-verdict'
import type { Verdict } from './verdict'

/** The verdict of an endpoint with AWS_IAM authorization: no token gives access, and its claims are not read. */
export function signatureRequired(model: Model, endpoint: Endpoint, hasToken: boolean): Verdict {
  const response = unsignedResponse(model.api.type, hasToken)
  const reason =
    model.api.type === 'rest' && hasToken
      ? 'API Gateway reads the Authorization header as an AWS signature, and a bearer token is not one'
      : 'API Gateway answers a request without an AWS signature'
  const { outcome, detail, denial } = failed(
    hasToken ? 'the request has a token, which is not read here' : 'the request is not signed',
    'IAM_SIGNATURE_REQUIRED',
    `The endpoint requires a request that is signed with AWS credentials (AWS_IAM); no token gives access. ${reason}: 403 ${response.body}.`,
    {
      tokenRequest:
        'Sign the request (Signature Version 4) with AWS credentials that allow execute-api:Invoke, for example with curl --aws-sigv4.',
      template: 'Or set Authorization of the endpoint to "Access token" and deploy.',
    },
  )
  const verdict = denied(
    model,
    endpoint,
    { checks: [{ name: 'Request signed', outcome, detail }], unverified: [] },
    denial,
  )
  return { ...verdict, status: 403, response }
}
