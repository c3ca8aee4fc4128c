import { child, type FieldPath } from '../../document/field-path'
import type { Client, Model } from '../../model/model'
import { code, quote } from '../../text/code'
import { withField } from '../../text/line'
import { type Chunk, paragraph, together } from './chunk'
import { clientId } from './names'

/** What a caller needs to get a token, to check one, and to call the API. */
export function outputs(model: Model): Chunk {
  const { userPool: pool, api } = model
  const field = child(pool.field, pool.source === 'new' ? 'name' : 'userPoolId')
  return together([
    output(field, 'UserPoolId', 'The user pool', 'userPool.userPoolId'),
    output(field, 'Issuer', 'The iss claim of its tokens', 'issuer'),
    output(
      field,
      'JwksUrl',
      'The public keys that verify its tokens',
      `\`\${issuer}/.well-known/jwks.json\``,
    ),
    ...domainOutputs(model),
    ...model.clients.map(clientOutput),
    output(api.field, 'ApiUrl', 'The API; the paths of the endpoints follow', API_URL[api.type]),
  ])
}

function domainOutputs(model: Model): readonly Chunk[] {
  const { userPool: pool } = model
  const url = domainUrl(model)
  if (!url) return []
  const field = child(pool.field, pool.source === 'new' ? 'domainPrefix' : 'domain')
  return [
    output(field, 'AuthorizeUrl', 'Where users sign in', `\`${url}/oauth2/authorize\``),
    output(field, 'TokenUrl', 'Where clients get tokens', `\`${url}/oauth2/token\``),
  ]
}

function domainUrl({ userPool: pool, region }: Model): string | undefined {
  if (pool.source === 'existing') return pool.domain && `https://${pool.domain}`
  // GovCloud has FIPS hosts only: developer guide, "Amazon Cognito in AWS GovCloud (US)".
  const options = region.startsWith('us-gov-') ? '{ fips: true }' : ''
  return `\${userPoolDomain.baseUrl(${options})}`
}

const clientOutput = (client: Client): Chunk =>
  output(child(client.field, 'name'), `${client.id}Id`, `The client id of ${client.name}`, clientId(client))

const API_URL = {
  rest: `\`https://\${api.restApiId}.execute-api.\${this.region}.\${this.urlSuffix}/\${api.deploymentStage.stageName}\``,
  http: 'api.apiEndpoint',
}

const output = (field: FieldPath, name: string, description: string, value: string): Chunk =>
  paragraph(['Output', field, name, description, value], () =>
    withField(
      field,
      code`
        new cdk.CfnOutput(this, ${quote(name)}, {
          value: ${value},
          description: ${quote(description)},
        });
      `,
    ),
  )
