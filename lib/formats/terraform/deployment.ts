import { memoizeNode } from '../../model/memoize-node'
import type { Endpoint, Model } from '../../model/model'
import { attribute, gap, nested, note } from '../../text/hcl'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { label } from './names'
import { resource } from './paragraph'
import { REST_API, REST_AUTHORIZER } from './rest-api'

/**
 * The deployment of a REST API, made again whenever something that it contains changes, and its stage. The trigger is
 * most of it, so each endpoint has a block of its own.
 */
export const deployment = ({ api, endpoints }: Model): readonly Block[] => [
  block({ hasAuthorizer: api.hasAuthorizer }, headLines),
  ...endpoints.map(endpoint => endpointBlock(endpoint)),
  block({ hasCors: api.cors !== undefined }, footLines),
]

const endpointBlock = memoizeNode(({ id }: Endpoint): Block => block({ id }, endpointLines))

const endpointLines = ({ id }: { readonly id: string }): Line[] => {
  const name = label(id, 'Method')
  return contents([`aws_api_gateway_method.${name}`, `aws_api_gateway_integration.${name}`])
}

/** Addresses of resources that the deployment contains, as items of the trigger. */
const contents = (addresses: readonly string[]): Line[] =>
  withField(
    'endpoints',
    addresses.map(address => ({ text: `      ${address},` })),
  )

/** The lines above and below the addresses. */
const [above, below] = (() => {
  const lines = resource('endpoints', 'aws_api_gateway_deployment.main', [
    attribute('rest_api_id', `${REST_API}.id`),
    gap,
    note(
      'A snapshot of the API. Whole resources, not their ids, so that a change of scopes makes a new one as well.\n' +
        'The plan after the first apply shows one more deployment; after that only changes do.',
    ),
    attribute('triggers', [
      { text: '{' },
      { text: '  redeployment = sha1(jsonencode([' },
      { text: '  ]))' },
      { text: '}' },
    ]),
    nested('lifecycle', [
      note('A stage cannot be without a deployment'),
      attribute('create_before_destroy', 'true'),
    ]),
  ])
  const end = lines.findIndex(({ text }) => text.endsWith(']))'))
  return [lines.slice(0, end), lines.slice(end)]
})()

const headLines = ({ hasAuthorizer }: { readonly hasAuthorizer: boolean }): Line[] => [
  ...above,
  ...contents(hasAuthorizer ? [REST_AUTHORIZER] : []),
]

const footLines = ({ hasCors }: { readonly hasCors: boolean }): Line[] => [
  ...contents(hasCors ? OF_CORS : []),
  ...below,
  ...resource('api', 'aws_api_gateway_stage.main', [
    attribute('rest_api_id', `${REST_API}.id`),
    attribute('deployment_id', 'aws_api_gateway_deployment.main.id'),
    attribute('stage_name', 'var.stage', 'stage'),
  ]),
]

const OF_CORS = [
  'aws_api_gateway_method.preflight',
  'aws_api_gateway_integration.preflight',
  'aws_api_gateway_method_response.preflight',
  'aws_api_gateway_integration_response.preflight',
  'aws_api_gateway_gateway_response.cors',
]
