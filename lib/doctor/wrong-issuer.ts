import { outside } from '../deployed/cause'
import { causesOf, matches } from '../deployed/compare'
import type { Authorizer, Endpoint, UserPool } from '../deployed/deployed'
import { isOfAnotherProvider, linkToPool, ofLink } from '../deployed/links'
import { isAbsent, isOneOf, textIs } from '../deployed/questions'
import type { Term, Text } from '../deployed/term'
import { all, known, no, some, type Truth, undecided } from '../deployed/truth'
import type { Facts } from './rule'

/** Is the issuer meant for Cognito, but not the `iss` of any of its tokens? Absent ones are not. */
export const isWrongIssuer = (issuer: Term, { deployed }: Pick<Facts, 'deployed'>): Truth =>
  textIs(issuer, text => some(isWrong(text), isOfOtherType(text, deployed.userPools)))

/** Does the endpoint's authorizer reject every token because of its issuer? */
export const rejectsEveryIssuer = ({ authorizer }: Endpoint, facts: Pick<Facts, 'deployed'>): Truth =>
  ofLink(authorizer, ({ issuer }) => isWrongIssuer(issuer, facts))

/** Does a Cognito authorizer reject the tokens of the pool, because REST APIs accept the original issuer only? */
export const rejectsIssuerOf = (pool: UserPool, { type }: Authorizer): Truth =>
  all(isOneOf(pool.issuerType, 'UPDATED'), isOneOf(type, 'COGNITO_USER_POOLS'))

/**
 * Never in an `iss`: a variable that nothing replaces, the domain of the sign-in pages, the FIPS endpoint of another Region than
 * GovCloud's, the suffix of China, where Cognito has no user pools, and addresses of the keys.
 */
const NEVER =
  /\$\{|\.amazoncognito\.com|cognito-idp-fips\.(?!us-gov-)[a-z]|\.amazonaws\.com\.cn(?:\/|$)|\/\.well-known\//
const FIPS = /cognito-idp-fips\./
const GOV_CLOUD = outside(
  'GovCloud',
  'In GovCloud (US) Cognito has FIPS endpoints only, and no page of AWS says which issuer its tokens have.',
)
const WITHOUT_POOL = /^https:\/\/[^/]*cognito-idp[^/]*$/

/** Does a variable stay in a text, which nothing replaces? */
export const keepsVariable = ({ parts }: Text): boolean =>
  parts.some(part => part.kind === 'literal' && part.text.includes('${'))

/** The fix for an issuer or a pool, which is another one where a variable stays in it. */
export const fixOf = (text: Text, otherwise: string): string =>
  keepsVariable(text) ? 'Write the value with Fn::Sub, which replaces ${…} but not ${!…}.' : otherwise

/** A slash at the end, the hosted domain, a variable, or no https: each is visible in a literal part. */
function isWrong(text: Text): Truth {
  const [first] = text.parts
  const last = text.parts.at(-1)
  if (first?.kind === 'unknown' && text.parts.length === 1) return undecided(...causesOf(text))
  // Other providers, such as Auth0, have a slash at the end of their issuer.
  const other = isOfAnotherProvider(text)
  if (other.is === true) return known(false, text.assumed)
  const has = (pattern: RegExp) => text.parts.some(part => part.kind === 'literal' && pattern.test(part.text))
  const wrong =
    has(NEVER) ||
    (first?.kind === 'literal' && !HTTPS.startsWith(first.text.slice(0, HTTPS.length))) ||
    matches(text, WITHOUT_POOL)
  if (wrong) return known(true, text.assumed)
  if (other.is === undefined) return other
  if (last?.kind === 'literal' && last.text.endsWith('/')) return known(true, text.assumed)
  return has(FIPS) ? undecided(GOV_CLOUD) : known(false, text.assumed)
}

const HTTPS = 'https://'
const ORIGINAL = 'https://cognito-idp.'
const UPDATED = 'https://issuer-cognito-idp.'

/** Is it the other one of the two issuers that a pool can have? ORIGINAL is the default (CreateUserPool API). */
function isOfOtherType(text: Text, pools: readonly UserPool[]): Truth {
  const [first] = text.parts
  const pool = linkToPool(text, pools)
  if (first?.kind !== 'literal' || pool.kind !== 'one') return no
  const { issuerType } = pool.to
  if (first.text.startsWith(UPDATED)) return some(isAbsent(issuerType), isOneOf(issuerType, 'ORIGINAL'))
  return first.text.startsWith(ORIGINAL) ? isOneOf(issuerType, 'UPDATED') : no
}
