import type { CompiledResource } from '../template'
import type { Evaluated, Instance } from './evaluate'
import { isObject, type Json } from './module'
import { PROPERTIES, take } from './properties'

type Resources = Record<string, CompiledResource>

/** Terraform's resources as CloudFormation's, with what is certain to be there first as DependsOn. */
export function lower({ instances, before }: Evaluated): Resources {
  const ofType = (type: string) => instances.filter(instance => instance.type === type)
  /** Lowered resource → the blocks that it is made of. */
  const parts = new Map<string, readonly string[]>()
  const made: Resources = {}
  const put = (id: string, resource: CompiledResource, from: readonly Instance[]) => {
    made[id] = resource
    parts.set(
      id,
      from.map(({ block }) => block),
    )
  }

  for (const instance of instances) {
    const known = PROPERTIES[instance.type]
    if (!known) continue
    put(
      instance.id,
      { Type: known.type, Properties: take(instance, known.properties), ...retention(instance) },
      [instance],
    )
  }
  for (const method of methods(ofType, before)) put(method.id, method.resource, method.parts)
  for (const role of ofType('aws_iam_role'))
    put(role.id, lowerRole(role, ofType('aws_iam_role_policy_attachment')), [role])

  for (const deployment of ofType('aws_api_gateway_deployment')) checkTrigger(deployment, instances)
  for (const [id, resource] of Object.entries(made)) {
    const first = new Set((parts.get(id) ?? []).flatMap(block => [...before(block)]))
    const waits = [...parts]
      .filter(([other, of]) => other !== id && of.every(block => first.has(block)))
      .map(([other]) => other)
    if (waits.length > 0) made[id] = { ...resource, DependsOn: waits }
  }
  return made
}

/** Terraform has no Retain: both together stop every plan that would destroy the pool. */
const retention = ({ type, args, prevented }: Instance) =>
  type === 'aws_cognito_user_pool' && prevented && args.deletion_protection === 'ACTIVE'
    ? { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }
    : {}

interface Method {
  readonly id: string
  readonly resource: CompiledResource
  readonly parts: readonly Instance[]
}

const keyOf = ({ args }: Instance): string =>
  JSON.stringify([args.rest_api_id, args.resource_id, args.http_method])

/** A method of CloudFormation has its integration and its responses within it. */
function methods(
  ofType: (type: string) => readonly Instance[],
  before: Evaluated['before'],
): readonly Method[] {
  const integrations = group(ofType('aws_api_gateway_integration'))
  const methodResponses = group(ofType('aws_api_gateway_method_response'))
  const integrationResponses = group(ofType('aws_api_gateway_integration_response'))
  const found = ofType('aws_api_gateway_method').map((method): Method => {
    const key = keyOf(method)
    const [integration, ...more] = integrations.get(key) ?? []
    if (!integration || more.length > 0) throw new Error(`${method.address}: one integration expected`)
    const declared = methodResponses.get(key) ?? []
    const answers = integrationResponses.get(key) ?? []
    for (const answer of answers)
      for (const first of [integration, ...declared])
        if (!before(answer.block).has(first.block))
          throw new Error(`${answer.address} does not wait for ${first.block}`)
    for (const part of [integration, ...declared])
      if (!before(part.block).has(method.block))
        throw new Error(`${part.address} does not wait for ${method.block}`)
    const properties = {
      ...take(method, METHOD),
      Integration: {
        ...take(integration, INTEGRATION),
        ...(answers.length > 0 && { IntegrationResponses: answers.map(answer => take(answer, ANSWER)) }),
      },
      ...(declared.length > 0 && { MethodResponses: declared.map(response => take(response, RESPONSE)) }),
    }
    return {
      id: method.id,
      resource: { Type: 'AWS::ApiGateway::Method', Properties: properties },
      parts: [method, integration, ...declared, ...answers],
    }
  })
  const keys = new Set(ofType('aws_api_gateway_method').map(keyOf))
  if (keys.size !== found.length) throw new Error('a method twice')
  for (const other of [...integrations.keys(), ...methodResponses.keys(), ...integrationResponses.keys()])
    if (!keys.has(other)) throw new Error(`no method ${other}`)
  return found
}

function group(instances: readonly Instance[]): ReadonlyMap<string, readonly Instance[]> {
  const groups = new Map<string, Instance[]>()
  for (const instance of instances)
    groups.set(keyOf(instance), [...(groups.get(keyOf(instance)) ?? []), instance])
  return groups
}

const METHOD = {
  rest_api_id: 'RestApiId',
  resource_id: 'ResourceId',
  http_method: 'HttpMethod',
  authorization: 'AuthorizationType',
  authorizer_id: 'AuthorizerId',
  authorization_scopes: 'AuthorizationScopes',
}
const OF_METHOD = { rest_api_id: null, resource_id: null, http_method: null }
const INTEGRATION = {
  ...OF_METHOD,
  type: 'Type',
  integration_http_method: 'IntegrationHttpMethod',
  uri: 'Uri',
  request_templates: 'RequestTemplates',
}
const RESPONSE = { ...OF_METHOD, status_code: 'StatusCode', response_parameters: 'ResponseParameters' }
const ANSWER = { ...RESPONSE, response_templates: 'ResponseTemplates' }

/** Only what is named there as a whole, and everything that is in the snapshot, makes a new one when it changes. */
function checkTrigger(
  { address, args, createBeforeDestroy }: Instance,
  instances: readonly Instance[],
): void {
  if (!createBeforeDestroy) throw new Error(`${address} is destroyed before its successor is there`)
  const triggers = args.triggers
  const text = isObject(triggers) && Object.keys(triggers).length === 1 ? String(triggers.redeployment) : ''
  const listed = /^\$\{sha1\(jsonencode\(\[([\s\w.,]*)\]\)\)\}$/.exec(text)?.[1]
  if (listed === undefined) throw new Error(`${address} triggers: ${text || JSON.stringify(triggers)}`)
  const named = new Set(listed.split(',').map(item => item.trim()))
  for (const { type, block } of instances)
    if (SNAPSHOT.includes(type) && !named.has(block)) throw new Error(`a change of ${block} is not deployed`)
}

const SNAPSHOT = [
  'method',
  'integration',
  'method_response',
  'integration_response',
  'authorizer',
  'gateway_response',
].map(type => `aws_api_gateway_${type}`)

function lowerRole(role: Instance, attachments: readonly Instance[]): CompiledResource {
  const { assume_role_policy: policy, name, ...other } = role.args as Json
  if (Object.keys(other).length > 0) throw new Error(`${role.address}: ${Object.keys(other)}`)
  if (typeof name !== 'string' || !/^[\w+=,.@-]{1,64}$/.test(name))
    throw new Error(`role name ${JSON.stringify(name)}`)
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      AssumeRolePolicyDocument: JSON.parse(String(policy)),
      ManagedPolicyArns: attachments
        .filter(({ args }) => args.role === name)
        .map(({ args }) => args.policy_arn),
    },
  }
}
