/** A Cognito issuer, taken apart. */
export interface CognitoIssuer {
  /** ORIGINAL is `cognito-idp.…`; UPDATED, `issuer-cognito-idp.…`, is not compatible with REST authorizers. */
  readonly type: 'ORIGINAL' | 'UPDATED'
  readonly region: string
  readonly userPoolId: string
}

// The host of the European sovereign partition is taken from the endpoint list, not seen in a token.
const ISSUER =
  /^https:\/\/(issuer-)?cognito-idp\.([a-z]{2,4}(?:-[a-z]+)+-\d)\.amazonaws\.(?:com|eu)\/(([a-z]{2,4}(?:-[a-z]+)+-\d)_[A-Za-z0-9]{1,55})$/

/** Recognises both issuer formats of a user pool (Cognito guide, "Federation endpoints"); others are undefined. */
export function parseIssuer(issuer: unknown): CognitoIssuer | undefined {
  if (typeof issuer !== 'string' || issuer.length > 200) return undefined
  const match = ISSUER.exec(issuer)
  return match
    ? { type: match[1] ? 'UPDATED' : 'ORIGINAL', region: match[2]!, userPoolId: match[3]! }
    : undefined
}

/** The issuers that tokens of a pool may carry; the Region is the pool id's, whatever Region the API is in. */
export function issuersOf(userPoolId: string): { readonly original: string; readonly updated: string } {
  const region = userPoolId.slice(0, userPoolId.indexOf('_'))
  const host = `cognito-idp.${region}.amazonaws.${region.startsWith('eusc-') ? 'eu' : 'com'}`
  return { original: `https://${host}/${userPoolId}`, updated: `https://issuer-${host}/${userPoolId}` }
}

/** Where a Cognito issuer publishes its public keys; undefined for any other issuer, whose pages nobody vouches for. */
export const jwksUrl = (issuer: unknown): string | undefined =>
  parseIssuer(issuer) ? `${issuer}/.well-known/jwks.json` : undefined

/** The one line that fetches them. `jwksUrl` admits no character that a shell would read. */
export const jwksCommand = (url: string): string => `curl -sS '${url}' -o jwks.json`

/** Whether a text has the form of a user pool id: Region, underscore, letters and digits. */
export const isUserPoolId = (text: string): boolean =>
  text.length <= 55 && /^[a-z]{2,4}(?:-[a-z]+)+-\d_[A-Za-z0-9]+$/.test(text)
