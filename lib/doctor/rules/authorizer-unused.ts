import { apiGatewayGuide } from '../../aws/docs'
import { exists, isLinkTo } from '../../deployed/access'
import type { Api, Deployed } from '../../deployed/deployed'
import { all, knownUnless, not, some } from '../../deployed/truth'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import type { Rule } from '../rule'

export const authorizerUnused: Rule = {
  code: 'AUTHORIZER_UNUSED',
  severity: 'warning',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.authorizers
      .filter(({ implicit }) => !implicit)
      .map(authorizer => {
        const { api } = authorizer
        const open = [
          ...(api.kind === 'one' ? openOf(api.to, deployed) : 'because' in api ? [api.because].flat() : []),
          ...deployed.open,
        ]
        const used = some(
          ...deployed.endpoints.map(endpoint =>
            all(isLinkTo(endpoint.authorizer, authorizer), exists(endpoint)),
          ),
          knownUnless(open, false),
        )
        return about(authorizer, all(readsTokens(authorizer), not(used)), () => ({
          message: `No endpoint uses the authorizer ${authorizer.id}.`,
          why: 'An authorizer protects only the methods that name it.',
          fix: 'Name it in the methods that it should protect, or remove it.',
        }))
      }),
}

/** SAM reads the authorizers of an API before its definition, which may say that there are more endpoints. */
const openOf = ({ key, open }: Api, { apis }: Deployed) => apis.find(api => api.key === key)?.open ?? open
