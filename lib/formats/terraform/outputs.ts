import { isGovCloudRegion } from '../../aws/regions'
import { child } from '../../document/field-path'
import type { Model } from '../../model/model'
import { attribute, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { HTTP_API } from './http-api'
import { clientAddress, issuer, snakeCase, userPoolAddress } from './names'
import { paragraph } from './paragraph'

type Output = {
  readonly field: string
  readonly name: string
  readonly description: string
  readonly value: string
}

/** What a caller needs to get a token, to check one, and to call the API. */
export function outputs(model: Model): Block {
  const { userPool: pool, clients, api } = model
  const field = child(pool.field, pool.source === 'new' ? 'name' : 'userPoolId')
  const iss = issuer(pool)
  return block(
    {
      outputs: [
        { field, name: 'user_pool_id', description: 'The user pool', value: `${userPoolAddress(pool)}.id` },
        { field, name: 'issuer', description: 'The iss claim of its tokens', value: `"${iss}"` },
        {
          field,
          name: 'jwks_url',
          description: 'The public keys that verify its tokens',
          value: `"${iss}/.well-known/jwks.json"`,
        },
        ...domainOutputs(model),
        ...clients.map(client => ({
          field: child(client.field, 'name'),
          name: snakeCase(`${client.id}Id`),
          description: `The client id of ${client.name}`,
          value: `${clientAddress(client.id)}.id`,
        })),
        {
          field: api.field,
          name: 'api_url',
          description: 'The API; the paths of the endpoints follow',
          value: api.type === 'rest' ? 'aws_api_gateway_stage.main.invoke_url' : `${HTTP_API}.api_endpoint`,
        },
      ],
    },
    outputLines,
  )
}

function domainOutputs({ userPool: pool, region }: Model): readonly Output[] {
  const host =
    pool.source === 'new'
      ? `\${aws_cognito_user_pool_domain.main.domain}.${isGovCloudRegion(region) ? 'auth-fips' : 'auth'}.\${var.region}.amazoncognito.com`
      : pool.domain
  if (host === undefined) return []
  const field = child(pool.field, pool.source === 'new' ? 'domainPrefix' : 'domain')
  return [
    {
      field,
      name: 'authorize_url',
      description: 'Where users sign in',
      value: `"https://${host}/oauth2/authorize"`,
    },
    {
      field,
      name: 'token_url',
      description: 'Where clients get tokens',
      value: `"https://${host}/oauth2/token"`,
    },
  ]
}

const outputLines = ({ outputs }: { readonly outputs: readonly Output[] }): Line[] =>
  outputs.flatMap(({ field, name, description, value }) =>
    paragraph(field, `output "${name}"`, [
      attribute('description', quote(description)),
      attribute('value', value),
    ]),
  )
