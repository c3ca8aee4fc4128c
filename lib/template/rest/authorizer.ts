import type { UserPool } from '../../model/model'
import { stage } from '../stage'
import { type Body, type Resource, resource } from '../template'
import { userPoolArn } from '../user-pool'
import { annotate, fromField, type Intrinsic, ref, sub } from '../value'

export const AUTHORIZER = 'Authorizer'

type AuthorizerInputs = { readonly apiId: string; readonly userPoolArn: Intrinsic }

/** The authorizer that checks tokens of `pool` for the REST API with the logical ID `apiId`. */
export const authorizer = (pool: UserPool, apiId: string): Resource =>
  resource(AUTHORIZER, 'AWS::ApiGateway::Authorizer', { apiId, userPoolArn: userPoolArn(pool) }, body)

const body = ({ apiId, userPoolArn }: AuthorizerInputs): Body => ({
  note: { field: 'userPool' },
  properties: {
    RestApiId: ref(apiId),
    Name: fromField('stage', sub`${stage}-cognito`),
    Type: annotate('COGNITO_USER_POOLS', {
      comment:
        'TOKEN and REQUEST would be Lambda authorizers, which do not check scopes.\n' +
        'Methods repeat this value as their AuthorizationType.',
    }),
    IdentitySource: 'method.request.header.Authorization',
    ProviderARNs: [userPoolArn],
  },
})
