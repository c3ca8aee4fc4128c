import type { UserPool } from '../../model/model'
import { keyOf } from '../key'
import { stage } from '../stage'
import type { Resource } from '../template'
import { userPoolArn } from '../user-pool'
import { annotate, fromField, ref, sub } from '../value'

export const AUTHORIZER = 'Authorizer'

/** Checks the tokens of `pool` for the REST API of logical id `api`. */
export const authorizer = (pool: UserPool, api: string): Resource => ({
  logicalId: AUTHORIZER,
  type: 'AWS::ApiGateway::Authorizer',
  key: keyOf('RestAuthorizer', api, pool.source, pool.id),
  body: () => ({
    note: { field: 'userPool' },
    properties: {
      RestApiId: ref(api),
      Name: fromField('stage', sub`${stage}-cognito`),
      Type: annotate('COGNITO_USER_POOLS', {
        comment:
          'TOKEN and REQUEST would mean a Lambda authorizer, which knows nothing of scopes.\n' +
          'The methods say the same word again as their AuthorizationType.',
      }),
      IdentitySource: 'method.request.header.Authorization',
      ProviderARNs: [userPoolArn(pool)],
    },
  }),
})
