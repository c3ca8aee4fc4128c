import { apiGatewayGuide } from '../../aws/docs'
import type { Answer } from '../answer'
import type { ReceivedResponse } from '../read-response'

/** Texts that API Gateway sends only if there was a signature: the credentials, the signature or the time are wrong. */
const SIGNED =
  /security token included in the request|request signature we calculated|Signature (?:expired|not yet current)|Credential should be scoped/i
const SIGNED_TYPE =
  /^(?:InvalidSignature|UnrecognizedClient|InvalidClientTokenId|ExpiredToken|InvalidAccessKeyId)$/i

/** Returns what SIGV4_EXPECTED says of a request that has a signature; undefined for a request without one. */
export function signedRequestAnswer({ text, errorType = '' }: ReceivedResponse): Partial<Answer> | undefined {
  if (!SIGNED.test(text) && !SIGNED_TYPE.test(errorType)) return undefined
  return {
    title: 'API Gateway rejected the AWS signature (SigV4) of the request',
    causes: [
      'The credentials are wrong or have expired, or temporary credentials were sent without x-amz-security-token.',
      'The request was signed for another service or Region: the service is execute-api, the Region that of the API.',
      'The method, path, query, a signed header or the body changed after the request was signed.',
      'The clock of the caller is wrong: AWS accepts a signature for about five minutes.',
    ],
    fix: 'Sign again with current credentials (curl --aws-sigv4 "aws:amz:REGION:execute-api"), and send the session token of temporary credentials. If the endpoint requires a Cognito token, send the token and no signature.',
    source: apiGatewayGuide('permissions'),
  }
}
