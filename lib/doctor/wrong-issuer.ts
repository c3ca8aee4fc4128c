import { outside } from '../deployed/cause'
import { causesOf, matches } from '../deployed/compare'
import type { Endpoint, UserPool } from '../deployed/deployed'
import { isOfAnotherProvider, linkToPool } from '../deployed/links'
import { isAbsent, isOneOf, textIs } from '../deployed/questions'
import type { Term, Text } from '../deployed/term'
import { all, known, no, some, type Truth, undecided } from '../deployed/truth'
import { ofAuthorizer } from './authorizer-kind'
import type { Facts } from './rule'

/** Is the issuer meant for Cognito, but not the `iss` of any of its tokens? Absent ones are not. */
export const isWrongIssuer = (issuer: Term, { deployed }: Pick<Facts, 'deployed'>): Truth =>
  textIs(issuer, text => some(isWrong(text), isOfOtherType(text, deployed.userPools)))

/** Does the endpoint's authorizer reject every token because of its issuer? */
export const rejectsEveryIssuer = ({ authorizer }: Endpoint, facts: Pick<Facts, 'deployed'>): Truth =>
  ofAuthorizer(authorizer, ({ issuer }) => isWrongIssuer(issuer, facts))

/**
 * Never in an `iss`: the domain of the sign-in pages, the FIPS endpoint of another Region than GovCloud's, the suffix of
 * China, where Cognito has no user pools, and addresses of the keys.
 */
const NEVER =
  /\.amazoncognito\.com|cognito-idp-fips\.(?!us-gov-)[a-z]|\.amazonaws\.com\.cn(?:\/|$)|\/\.well-known\//
const FIPS = /cognito-idp-fips\./
const GOV_CLOUD = outside(
  'GovCloud',
  'In GovCloud (US) Cognito has FIPS endpoints only, and no page of AWS says which issuer its tokens have.',
)
const WITHOUT_POOL = /^https:\/\/[^/]*cognito-idp[^/]*$/

/** A slash at the end, the hosted domain, or no https: each is visible in a literal part. */
function isWrong(text: Text): Truth {
  // Other providers, such as Auth0, have a slash at the end of their issuer.
  if (isOfAnotherProvider(text)) return known(false, text.assumed)
  const [first] = text.parts
  const last = text.parts.at(-1)
  if (first?.kind === 'unknown' && text.parts.length === 1) return undecided(...causesOf(text))
  const has = (pattern: RegExp) => text.parts.some(part => part.kind === 'literal' && pattern.test(part.text))
  const wrong =
    (last?.kind === 'literal' && last.text.endsWith('/')) ||
    has(NEVER) ||
    (first?.kind === 'literal' && !'https://'.startsWith(first.text.slice(0, 8))) ||
    matches(text, WITHOUT_POOL)
  return !wrong && has(FIPS) ? undecided(GOV_CLOUD) : known(wrong, text.assumed)
}

const UPDATED = 'https://issuer-cognito-idp.'

/** Is it the other one of the two issuers that a pool can have? ORIGINAL is the default (CreateUserPool API). */
function isOfOtherType(text: Text, pools: readonly UserPool[]): Truth {
  const [first] = text.parts
  const pool = linkToPool(text, pools)
  if (first?.kind !== 'literal' || pool.kind !== 'one') return no
  const { issuerType } = pool.to
  if (first.text.startsWith(UPDATED)) return some(isAbsent(issuerType), isOneOf(issuerType, 'ORIGINAL'))
  return all(isOneOf(issuerType, 'UPDATED'), undecided(PROVIDER_URL))
}

const PROVIDER_URL = outside('ProviderURL', 'AWS does not document it for the issuer type UPDATED.')
