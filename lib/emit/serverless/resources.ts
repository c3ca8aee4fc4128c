import type { Model } from '../../model/model'
import { child } from '../../spec/field-path'
import { keyOf } from '../../template/key'
import { stage, staged } from '../../template/stage'
import type { Output, Resource } from '../../template/template'
import { userPoolArn } from '../../template/user-pool'
import { from, type Mapping, noted, pseudo, ref, sub } from '../../template/value'
import { gatewayResponses } from './cors'
import { methodLogicalId } from './names'

export const AUTHORIZER = 'Authorizer'

/** What the framework has no word for, or says wrong: the REST API's authorizer and its error responses. */
export function restResources({ userPool, api }: Model): readonly Resource[] {
  if (api.type === 'http') return []
  return [
    ...(api.hasAuthorizer ? [authorizer(userPool)] : []),
    ...(api.cors ? gatewayResponses(api.cors) : []),
  ]
}

const authorizer = (pool: Model['userPool']): Resource => ({
  logicalId: AUTHORIZER,
  type: 'AWS::ApiGateway::Authorizer',
  key: keyOf('serverless authorizer', pool.field, pool.source, pool.id),
  body: () => ({
    note: { field: pool.field },
    properties: {
      RestApiId: ref('ApiGatewayRestApi'),
      Name: staged('stage', 'cognito'),
      Type: 'COGNITO_USER_POOLS',
      IdentitySource: 'method.request.header.Authorization',
      ProviderARNs: [userPoolArn(pool)],
    },
  }),
})

/** Changes to what the framework makes; none when there is nothing to change. */
export function extensions({ api, endpoints: [first] }: Model): Mapping | undefined {
  if (api.type === 'http' || !api.cors || !first) return undefined
  return {
    [methodLogicalId(first)]: from(api.cors.field, {
      DependsOn: noted(
        gatewayResponses(api.cors).map(({ logicalId }) => logicalId),
        {
          comment:
            'The deployment is a snapshot that waits for every method, but not for the gateway responses:\n' +
            'one method that waits for them makes it wait too.',
        },
      ),
    }),
  }
}

/** Where the API is called. */
export const apiUrl = ({ api }: Model): Output => ({
  name: 'ApiUrl',
  description: 'Where the endpoints are',
  value:
    api.type === 'rest'
      ? sub`https://${ref('ApiGatewayRestApi')}.execute-api.${pseudo('Region')}.${pseudo('URLSuffix')}/${stage}`
      : sub`https://${ref('HttpApi')}.execute-api.${pseudo('Region')}.${pseudo('URLSuffix')}`,
  note: { field: child(api.field, 'name') },
})
