import { apiGatewayGuide } from '../../aws/docs'
import { isOneOf } from '../../deployed/questions'
import { replaceScalar } from '../../source/insert'
import { about } from '../about'
import { hasWrongSource, wrongSource } from '../identity-source'
import type { Rule } from '../rule'

export const identitySourceInvalid: Rule = {
  code: 'IDENTITY_SOURCE_INVALID',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const source = authorizer.identitySource
      const isRest = isOneOf(authorizer.type, 'COGNITO_USER_POOLS').is === true
      const bad = wrongSource(authorizer)
      const good = isRest ? 'method.request.header.Authorization' : '$request.header.Authorization'
      return about(authorizer, hasWrongSource(authorizer), () => ({
        at: bad?.at ?? source.at,
        message: `${authorizer.id} reads the token from a source that API Gateway does not support.`,
        why: 'The authorizer is rejected, or finds no token.',
        fix: `Set the identity source to ${good}.`,
        proposals: () =>
          bad?.node ? [{ label: `Read it from ${good}`, edits: [replaceScalar(bad.node, good)] }] : [],
      }))
    }),
}
