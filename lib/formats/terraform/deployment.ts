import type { Api, Model } from '../../model/model'
import { attribute, gap, nested, note } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { label } from './names'
import { resource } from './paragraph'
import { REST_API, REST_AUTHORIZER } from './rest-api'

type DeploymentInputs = Pick<Api, 'hasAuthorizer'> & {
  readonly hasCors: boolean
  readonly endpointIds: readonly string[]
}

/**
 * The deployment of a REST API, made again whenever something that it contains changes, and its stage. One block:
 * printing all lines of the trigger costs less than comparing a block for each endpoint.
 */
export const deployment = ({ api, endpoints }: Model): Block =>
  block(
    {
      hasAuthorizer: api.hasAuthorizer,
      hasCors: api.cors !== undefined,
      endpointIds: endpoints.map(({ id }) => id),
    },
    deploymentLines,
  )

const deploymentLines = (inputs: DeploymentInputs): Line[] => [
  ...resource('endpoints', 'aws_api_gateway_deployment.main', [
    attribute('rest_api_id', `${REST_API}.id`),
    gap,
    note(
      'A snapshot of the API. Whole resources, not their ids, so that a change of scopes makes a new one as well.\n' +
        'The plan after the first apply shows one more deployment; after that only changes do.',
    ),
    attribute('triggers', [
      { text: '{' },
      { text: '  redeployment = sha1(jsonencode([' },
      ...contents(inputs).map(address => ({ text: `    ${address},` })),
      { text: '  ]))' },
      { text: '}' },
    ]),
    nested('lifecycle', [
      note('A stage cannot be without a deployment'),
      attribute('create_before_destroy', 'true'),
    ]),
  ]),
  ...resource('api', 'aws_api_gateway_stage.main', [
    attribute('rest_api_id', `${REST_API}.id`),
    attribute('deployment_id', 'aws_api_gateway_deployment.main.id'),
    attribute('stage_name', 'var.stage', 'stage'),
  ]),
]

/** Addresses of all resources that the deployment contains. */
const contents = ({ hasAuthorizer, hasCors, endpointIds }: DeploymentInputs): readonly string[] => [
  ...(hasAuthorizer ? [REST_AUTHORIZER] : []),
  ...endpointIds.flatMap(id => {
    const name = label(id, 'Method')
    return [`aws_api_gateway_method.${name}`, `aws_api_gateway_integration.${name}`]
  }),
  ...(hasCors ? OF_CORS : []),
]

const OF_CORS = [
  'aws_api_gateway_method.preflight',
  'aws_api_gateway_integration.preflight',
  'aws_api_gateway_method_response.preflight',
  'aws_api_gateway_integration_response.preflight',
  'aws_api_gateway_gateway_response.cors',
]
