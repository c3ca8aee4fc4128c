import type { Model } from '../../model/model'
import { attribute, gap, nested, note } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { label } from './names'
import { resource } from './paragraph'
import { REST_API, REST_AUTHORIZER } from './rest-api'

/**
 * The deployment of a REST API, made again whenever something that it contains changes, and its stage. The list of its
 * trigger is a block for each endpoint: a keystroke in a path prints two lines of it.
 */
export const deployment = ({ api, endpoints }: Model): readonly Block[] => [
  block({}, headLines),
  block({ addresses: api.hasAuthorizer ? [REST_AUTHORIZER] : [] }, addressLines),
  ...endpoints.map(({ id }) => block({ id }, endpointLines)),
  block({ addresses: api.cors ? OF_CORS : [] }, addressLines),
  block({}, footLines),
]

const OF_CORS = [
  'aws_api_gateway_method.preflight',
  'aws_api_gateway_integration.preflight',
  'aws_api_gateway_method_response.preflight',
  'aws_api_gateway_integration_response.preflight',
  'aws_api_gateway_gateway_response.cors',
]

/** The block is printed whole and divided where the list is. */
const deploymentLines = resource('endpoints', 'aws_api_gateway_deployment.main', [
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

const LIST_END = deploymentLines.findIndex(({ text }) => text.endsWith(']))'))

const headLines = (): readonly Line[] => deploymentLines.slice(0, LIST_END)

const addressLines = ({ addresses }: { readonly addresses: readonly string[] }): Line[] =>
  addresses.map(address => ({ text: `      ${address},`, field: 'endpoints' }))

const endpointLines = ({ id }: { readonly id: string }): Line[] =>
  addressLines({
    addresses: ['method', 'integration'].map(type => `aws_api_gateway_${type}.${label(id, 'Method')}`),
  })

const footLines = (): Line[] => [
  ...deploymentLines.slice(LIST_END),
  ...resource('api', 'aws_api_gateway_stage.main', [
    attribute('rest_api_id', `${REST_API}.id`),
    attribute('deployment_id', 'aws_api_gateway_deployment.main.id'),
    attribute('stage_name', 'var.stage', 'stage'),
  ]),
]
