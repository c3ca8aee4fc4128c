import { apiGatewayGuide, cloudFormationGuide } from '../../document/aws-docs'
import type { Model } from '../../model/model'
import type { RepairableFinding, Rule } from '../finding'
import { resourceCounts, routeCount } from '../resource-count'

/** Resources of one CloudFormation template. */
const MOST_RESOURCES = 500
/** Resources of one REST API, and routes of one HTTP API: AWS raises these on request. */
const MOST_IN_API = 300

export const resourceLimit: Rule = {
  code: 'RESOURCE_LIMIT',
  check: model => [...tooManyResources(model), ...tooManyInApi(model)],
}

function tooManyResources(model: Model): RepairableFinding[] {
  const { cloudformation, serverless, cdk } = resourceCounts(model)
  const formats = (
    [
      ['CloudFormation', cloudformation],
      ['Serverless', serverless],
      ['CDK', cdk],
    ] as const
  ).filter(([, count]) => count > MOST_RESOURCES)
  if (formats.length === 0) return []
  const counted = formats.map(([name, count]) => `${name} ${count}`).join(', ')
  return [
    {
      code: 'RESOURCE_LIMIT',
      severity: 'warning',
      paths: ['endpoints'],
      message: `More than ${MOST_RESOURCES} CloudFormation resources: ${counted}.`,
      why: `A stack takes at most ${MOST_RESOURCES}: ${formats.map(([name]) => name).join(', ')} will not deploy.`,
      fix: 'Let endpoints share handlers, use {proxy+} paths, or split the service in two.',
      source: cloudFormationGuide('cloudformation-limits'),
    },
  ]
}

function tooManyInApi(model: Model): RepairableFinding[] {
  const isRest = model.api.type === 'rest'
  const count = isRest ? model.api.paths.length : routeCount(model)
  if (count <= MOST_IN_API) return []
  const what = isRest ? 'path resources' : 'routes'
  return [
    {
      code: 'RESOURCE_LIMIT',
      severity: 'warning',
      paths: ['endpoints'],
      message: `The API has ${count} ${what} in every format: CloudFormation, Serverless, CDK.`,
      why: `An API takes ${MOST_IN_API} unless AWS raised that quota for it: no format will deploy.`,
      fix: 'Use {proxy+} paths, split the API in two, or ask for a higher quota first.',
      source: apiGatewayGuide(isRest ? 'api-gateway-execution-service-limits-table' : 'http-api-quotas'),
    },
  ]
}
