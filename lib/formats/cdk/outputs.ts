import { isGovCloudRegion } from '../../aws/regions'
import { child, type FieldPath } from '../../document/field-path'
import type { Client, Model } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { paragraph } from './lines'
import { clientId } from './names'

type OutputInputs = {
  readonly field: FieldPath
  readonly name: string
  readonly description: string
  /** A TypeScript expression. */
  readonly value: string
}

/** The outputs that a caller needs to get a token, to verify one, and to call the API. */
export function outputs(model: Model): readonly Block[] {
  const { userPool: pool, api } = model
  const field = child(pool.field, pool.source === 'new' ? 'name' : 'userPoolId')
  const all: readonly OutputInputs[] = [
    { field, name: 'UserPoolId', description: 'User pool ID', value: 'userPool.userPoolId' },
    { field, name: 'Issuer', description: 'Issuer (iss claim) of its tokens', value: 'issuer' },
    {
      field,
      name: 'JwksUrl',
      description: 'Public keys that verify its tokens',
      value: `\`\${issuer}/.well-known/jwks.json\``,
    },
    ...domainOutputs(model),
    ...model.clients.map(clientOutput),
    {
      field: api.field,
      name: 'ApiUrl',
      description: 'Base URL of the API',
      value: API_URL[api.type],
    },
  ]
  return all.map((output, i) => block({ ...output, spaced: i === 0 }, outputLines))
}

function domainOutputs(model: Model): readonly OutputInputs[] {
  const { userPool: pool } = model
  const url = domainUrl(model)
  if (!url) return []
  const field = child(pool.field, pool.source === 'new' ? 'domainPrefix' : 'domain')
  return [
    {
      field,
      name: 'AuthorizeUrl',
      description: 'Sign-in page',
      value: `\`${url}/oauth2/authorize\``,
    },
    { field, name: 'TokenUrl', description: 'Token endpoint', value: `\`${url}/oauth2/token\`` },
  ]
}

function domainUrl({ userPool: pool, region }: Model): string | undefined {
  if (pool.source === 'existing') return pool.domain && `https://${pool.domain}`
  const options = isGovCloudRegion(region) ? '{ fips: true }' : ''
  return `\${userPoolDomain.baseUrl(${options})}`
}

const clientOutput = ({ field, id, name }: Client): OutputInputs => ({
  field: child(field, 'name'),
  name: `${id}Id`,
  description: `Client ID of ${name}`,
  value: clientId(id),
})

const API_URL = {
  rest: `\`https://\${api.restApiId}.execute-api.\${this.region}.\${this.urlSuffix}/\${api.deploymentStage.stageName}\``,
  http: 'api.apiEndpoint',
}

const outputLines = ({
  field,
  name,
  description,
  value,
  spaced,
}: OutputInputs & { readonly spaced: boolean }): Line[] =>
  paragraph(
    withField(
      field,
      code`
        new cdk.CfnOutput(this, ${quote(name)}, {
          value: ${value},
          description: ${quote(description)},
        });
      `,
    ),
    spaced,
  )
