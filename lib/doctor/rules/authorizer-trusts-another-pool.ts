import { apiGatewayGuide } from '../../aws/docs'
import { causesOf, whole } from '../../deployed/compare'
import type { Authorizer } from '../../deployed/deployed'
import { isOfAnotherProvider, linkToPool } from '../../deployed/links'
import { asText, itemsOf, type Listed } from '../../deployed/questions'
import type { Text } from '../../deployed/term'
import { all, known, not, type Truth, undecided, yes } from '../../deployed/truth'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import type { Facts, Rule } from '../rule'
import { fixOf } from '../wrong-issuer'

export const authorizerTrustsAnotherPool: Rule = {
  code: 'AUTHORIZER_TRUSTS_ANOTHER_POOL',
  severity: 'warning',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: facts =>
    facts.deployed.userPools.length === 0
      ? []
      : facts.deployed.authorizers.flatMap(authorizer =>
          trustedBy(authorizer).map(({ text, sure }) =>
            about(authorizer, all(sure, readsTokens(authorizer), isAnother(text, facts)), () => ({
              at: text.at,
              message: `${authorizer.id} trusts a user pool that is not the one in these files.`,
              why: facts.access.trusted(authorizer).every(({ kind }) => kind === 'foreign')
                ? 'Tokens of the pool that is created here are rejected.'
                : 'Its tokens are accepted too.',
              fix: fixOf(text, 'Refer to the pool of the template, unless you mean the other one.'),
            })),
          ),
        ),
}

/** The pools that it names, as they are written. */
const trustedBy = ({ issuer, providerArns }: Authorizer): readonly Listed[] =>
  issuer.kind === 'absent' ? itemsOf(providerArns) : [{ text: asText(issuer), sure: yes }]

function isAnother(text: Text, { deployed }: Facts): Truth {
  // An issuer that ends with a slash is another fault, which hides the pool.
  const last = text.parts.at(-1)
  if (last?.kind === 'literal' && last.text.endsWith('/')) return known(false, text.assumed)
  const link = linkToPool(text, deployed.userPools)
  if (link.kind === 'one') return known(false, link.assumed)
  const other = isOfAnotherProvider(text)
  if (other.is !== false) return not(other)
  if (link.kind === 'unknown') return undecided(...link.because)
  const causes = causesOf(text)
  return whole(text) !== undefined || causes.length === 0 ? known(true, link.assumed) : undecided(...causes)
}
