import { apiGatewayGuide } from '../../aws/docs'
import { isOneOf } from '../../deployed/questions'
import { all } from '../../deployed/truth'
import { insertEntry } from '../../source/insert'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import { hasNoSource } from '../identity-source'
import type { Rule } from '../rule'

export const identitySourceMissing: Rule = {
  code: 'IDENTITY_SOURCE_MISSING',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const { identitySource: source, identitySlot: slot } = authorizer
      const isRest = isOneOf(authorizer.type, 'COGNITO_USER_POOLS').is === true
      return about(authorizer, all(readsTokens(authorizer), hasNoSource(authorizer)), () => ({
        message: `${authorizer.id} does not say where the token is.`,
        why: 'API Gateway rejects an authorizer without an identity source.',
        fix: `Set the identity source to ${isRest ? 'method.request.header.Authorization' : '$request.header.Authorization'}.`,
        proposals: () => {
          if (!slot || source.kind !== 'absent') return []
          const value = isRest ? 'method.request.header.Authorization' : '$request.header.Authorization'
          const isList = !isRest && slot.key === 'IdentitySource' && authorizer.properties !== undefined
          return [
            {
              label: `Read it from ${value}`,
              edits: [insertEntry(slot.map, slot.key, isList ? [value] : value, slot.after)],
            },
          ]
        },
      }))
    }),
}
