import type { UserPool } from '../../model/model'
import { keyOf } from '../key'
import { stage } from '../stage'
import type { Resource } from '../template'
import { userPoolArn } from '../user-pool'
import { from, noted, ref, sub } from '../value'
import { API } from './rest-api'

export const AUTHORIZER = 'Authorizer'

export const authorizer = (pool: UserPool): Resource => ({
  logicalId: AUTHORIZER,
  type: 'AWS::ApiGateway::Authorizer',
  key: keyOf('RestAuthorizer', pool.source, pool.id),
  body: () => ({
    note: { field: 'userPool' },
    properties: {
      RestApiId: ref(API),
      Name: from('stage', sub`${stage}-cognito`),
      Type: noted('COGNITO_USER_POOLS', {
        comment:
          'TOKEN and REQUEST would mean a Lambda authorizer, which knows nothing of scopes.\n' +
          'The methods say the same word again as their AuthorizationType.',
      }),
      IdentitySource: 'method.request.header.Authorization',
      ProviderARNs: [userPoolArn(pool)],
    },
  }),
})
