import { MAX_USER_POOL_ID_LENGTH } from '../aws/limits'
import { USER_POOL_ID } from '../aws/patterns'

/** The parts of a Cognito issuer. */
export interface CognitoIssuer {
  /** ORIGINAL is `cognito-idp.…`; UPDATED, `issuer-cognito-idp.…`, is not compatible with REST authorizers. */
  readonly type: 'ORIGINAL' | 'UPDATED'
  readonly region: string
  readonly userPoolId: string
}

// The host of the European Sovereign Cloud comes from the AWS endpoint list; it was not seen in a token.
const ISSUER =
  /^https:\/\/(issuer-)?cognito-idp\.([a-z]{2,4}(?:-[a-z]+)+-\d)\.amazonaws\.(?:com|eu)\/(([a-z]{2,4}(?:-[a-z]+)+-\d)_[A-Za-z0-9]{1,55})$/

/** Parses both issuer formats of a user pool (Cognito guide, "Federation endpoints"); undefined for anything else. */
export function parseIssuer(issuer: unknown): CognitoIssuer | undefined {
  if (typeof issuer !== 'string' || issuer.length > 200) return undefined
  const match = ISSUER.exec(issuer)
  return match
    ? { type: match[1] ? 'UPDATED' : 'ORIGINAL', region: match[2]!, userPoolId: match[3]! }
    : undefined
}

/** Returns both issuers of a pool. The Region is the pool ID's, even if the API is in another. */
export function issuersOf(userPoolId: string): { readonly original: string; readonly updated: string } {
  const region = userPoolId.slice(0, userPoolId.indexOf('_'))
  const host = `cognito-idp.${region}.amazonaws.${region.startsWith('eusc-') ? 'eu' : 'com'}`
  return { original: `https://${host}/${userPoolId}`, updated: `https://issuer-${host}/${userPoolId}` }
}

/** Returns where a Cognito issuer publishes its public keys; undefined for any other issuer, which is not trusted. */
export const jwksUrl = (issuer: unknown): string | undefined =>
  parseIssuer(issuer) ? `${issuer}/.well-known/jwks.json` : undefined

/** Returns the command that fetches a key set. `jwksUrl` never contains characters that are special to a shell. */
export const jwksCommand = (url: string): string => `curl -sS '${url}' -o jwks.json`

/** Checks the format of a user pool ID: Region, underscore, letters and digits. */
export const isUserPoolId = (text: string): boolean =>
  text.length <= MAX_USER_POOL_ID_LENGTH && USER_POOL_ID.test(text)
