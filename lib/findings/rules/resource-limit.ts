import { apiGatewayGuide, cloudFormationGuide } from '../../aws/docs'
import { MAX_API_RESOURCES, MAX_STACK_RESOURCES } from '../../aws/limits'
import type { Model } from '../../model/model'
import { routeCount } from '../../model/route-count'
import type { OutputMetrics, RepairableFinding, Rule } from '../finding'

export const resourceLimit: Rule = {
  code: 'RESOURCE_LIMIT',
  check: (model, metrics) => [...tooManyResources(metrics), ...tooManyInApi(model, metrics)],
}

function tooManyResources({ resourceCounts }: OutputMetrics): RepairableFinding[] {
  const formats = [...resourceCounts()].filter(([, count]) => count > MAX_STACK_RESOURCES)
  if (formats.length === 0) return []
  const counted = formats.map(([name, count]) => `${name} ${count}`).join(', ')
  return [
    {
      code: 'RESOURCE_LIMIT',
      severity: 'warning',
      paths: ['endpoints'],
      message: `Over the limit of ${MAX_STACK_RESOURCES} CloudFormation resources: ${counted}.`,
      why: `A stack can have at most ${MAX_STACK_RESOURCES} resources, so ${formats.map(([name]) => name).join(', ')} cannot be deployed.`,
      fix: 'Share handlers between endpoints, use {proxy+} paths, or split the service.',
      source: cloudFormationGuide('cloudformation-limits'),
    },
  ]
}

function tooManyInApi(model: Model, { resourceCounts }: OutputMetrics): RepairableFinding[] {
  const isRest = model.api.type === 'rest'
  const count = isRest ? model.api.paths.length : routeCount(model)
  if (count <= MAX_API_RESOURCES) return []
  const what = isRest ? 'path resources' : 'routes'
  return [
    {
      code: 'RESOURCE_LIMIT',
      severity: 'warning',
      paths: ['endpoints'],
      message: `The API has ${count} ${what} in every format: ${[...resourceCounts().keys()].join(', ')}.`,
      why: `An API can have ${MAX_API_RESOURCES} unless AWS raised the quota, so no format can be deployed.`,
      fix: 'Use {proxy+} paths, split the API, or request a higher quota first.',
      source: apiGatewayGuide(isRest ? 'api-gateway-execution-service-limits-table' : 'http-api-quotas'),
    },
  ]
}
