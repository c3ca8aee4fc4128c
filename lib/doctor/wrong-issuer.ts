import { causesOf } from '../deployed/compare'
import type { Endpoint } from '../deployed/deployed'
import { isOfAnotherProvider } from '../deployed/links'
import { textIs } from '../deployed/questions'
import type { Term, Text } from '../deployed/term'
import { known, type Truth, undecided } from '../deployed/truth'
import { ofAuthorizer } from './authorizer-kind'

/** Is the issuer meant for Cognito, but not the `iss` of any of its tokens? Absent ones are not. */
export const isWrongIssuer = (issuer: Term): Truth => textIs(issuer, isWrong)

/** Does the endpoint's authorizer reject every token because of its issuer? */
export const rejectsEveryIssuer = ({ authorizer }: Endpoint): Truth =>
  ofAuthorizer(authorizer, ({ issuer }) => isWrongIssuer(issuer))

/** A slash at the end, the hosted domain, or no https: each is visible in a literal part. */
function isWrong(text: Text): Truth {
  // Other providers, such as Auth0, have a slash at the end of their issuer.
  if (isOfAnotherProvider(text)) return known(false, text.assumed)
  const [first] = text.parts
  const last = text.parts.at(-1)
  if (first?.kind === 'unknown' && text.parts.length === 1) return undecided(...causesOf(text))
  const literals = text.parts.flatMap(part => (part.kind === 'literal' ? [part.text] : []))
  const wrong =
    (last?.kind === 'literal' && last.text.endsWith('/')) ||
    literals.some(piece => /\.amazoncognito\.com/.test(piece)) ||
    (first?.kind === 'literal' && !'https://'.startsWith(first.text.slice(0, 8)))
  return known(wrong, text.assumed)
}
