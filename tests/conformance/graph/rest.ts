import { type MockMethod, readRestCors, undeclaredHeaders } from './cors'
import { fields, items } from './fields'
import { type Call, functionOfUri, permissions, readFunctions } from './functions'
import { type Authorizer, type Endpoint, type Graph, sorted, sortedBy } from './graph'
import { strings, userPoolKey } from './identity'
import { ACCOUNT, type Opened, PARTITION, type Resource } from './intrinsics'

type ApiHalf = Pick<Graph, 'api' | 'authorizers' | 'endpoints' | 'functions' | 'cors'>

export function readRest(template: Opened, region: string, probes: readonly string[]): ApiHalf {
  const [api, ...more] = template.ofType('AWS::ApiGateway::RestApi')
  if (!api || more.length > 0) throw new Error('one REST API expected')
  // osls prints an empty policy.
  const { Name, EndpointConfiguration } = template.properties(api, ['Name', 'EndpointConfiguration'], {
    Policy: '',
  })
  const symbol = `«AWS::ApiGateway::RestApi ${Name}»`
  const { Types } = fields(EndpointConfiguration ?? { Types: ['EDGE'] }, ['Types'], 'endpoint configuration')
  const paths = resourcePaths(template, symbol)
  const read = template
    .ofType('AWS::ApiGateway::Method')
    .map(method => readMethod(template, method, paths, region))
  const stage = readStage(template, symbol)
  const calls = read.flatMap(({ call }) => call ?? [])
  const permitted = permissions(template, symbol, region, stage.name)
  const mocks = read.flatMap(({ mock }) => mock ?? [])
  const endpoints = read.flatMap(({ endpoint, call }): Endpoint[] =>
    call ? [{ ...endpoint, permitted: permitted(call) }] : [],
  )
  for (const { RestApiId, id } of ofApi(template))
    if (RestApiId !== symbol) throw new Error(`${id} is of ${RestApiId}`)
  return {
    api: {
      type: 'rest',
      name: String(Name),
      endpointType: strings(Types).join(),
      stage: stage.name,
      autoDeploy: false,
      deployedTooLate: stage.deployedTooLate(read),
    },
    authorizers: sortedBy(readAuthorizers(template, region), ({ name }) => name),
    endpoints: sortedBy(endpoints, ({ endpoint }) => endpoint),
    functions: readFunctions(template, calls, region),
    cors: readRestCors(
      template,
      mocks,
      endpoints.map(({ endpoint }) => endpoint),
      probes,
    ),
  }
}

const OF_API = ['Resource', 'Method', 'Authorizer', 'Deployment', 'Stage', 'GatewayResponse']

const ofApi = (template: Opened) =>
  OF_API.flatMap(type => template.ofType(`AWS::ApiGateway::${type}`)).map(({ id, resource }) => ({
    id,
    RestApiId: template.resolve(resource.Properties?.RestApiId),
  }))

/** ResourceId → its path. */
function resourcePaths(template: Opened, api: string): (reference: unknown) => string {
  const parts = new Map(
    template.ofType('AWS::ApiGateway::Resource').map(resource => {
      const { ParentId, PathPart } = template.properties(resource, ['RestApiId', 'ParentId', 'PathPart'])
      return [`«AWS::ApiGateway::Resource ${resource.id}»` as string, { ParentId, PathPart }] as const
    }),
  )
  const pathOf = (reference: unknown): string => {
    if (reference === `${api} /`) return '/'
    const part = parts.get(String(reference))
    if (!part) throw new Error(`no path: ${JSON.stringify(reference)}`)
    const parent = pathOf(part.ParentId)
    return `${parent === '/' ? '' : parent}/${part.PathPart}`
  }
  const all = [...parts.keys()].map(pathOf)
  if (new Set(all).size !== all.length) throw new Error('a path twice')
  return pathOf
}

interface ReadMethod {
  readonly id: string
  readonly key: string
  readonly endpoint: Omit<Endpoint, 'permitted'>
  readonly call?: Call
  readonly mock?: MockMethod
}

function readMethod(
  template: Opened,
  method: Resource,
  pathOf: (reference: unknown) => string,
  region: string,
): ReadMethod {
  const p = template.properties(
    method,
    [
      'RestApiId',
      'ResourceId',
      'HttpMethod',
      'AuthorizationType',
      'AuthorizerId',
      'AuthorizationScopes',
      'Integration',
      'MethodResponses',
    ],
    // Defaults that osls and CDK print.
    { ApiKeyRequired: false, RequestParameters: {} },
  )
  const path = pathOf(p.ResourceId)
  const key = `${p.HttpMethod} ${path}`
  const endpoint = {
    endpoint: key,
    authorization: String(p.AuthorizationType ?? 'NONE'),
    authorizer: authorizerName(p.AuthorizerId),
    scopes: strings(p.AuthorizationScopes),
    payload: null,
  }
  const integration = fields(p.Integration, INTEGRATION, key)
  if (integration.Type === 'MOCK') {
    const undeclared = undeclaredHeaders(p)
    if (endpoint.authorization !== 'NONE' || undeclared.length > 0)
      throw new Error(`${key}: ${endpoint.authorization} ${undeclared}`)
    return {
      id: method.id,
      key,
      endpoint,
      mock: { path, method: String(p.HttpMethod), integration: fields(integration, MOCK, key) },
    }
  }
  const { Type, IntegrationHttpMethod, Uri } = fields(integration, PROXY, key)
  if (Type !== 'AWS_PROXY' || IntegrationHttpMethod !== 'POST')
    throw new Error(`${key}: ${Type} by ${IntegrationHttpMethod}`)
  if (items(p.MethodResponses, key).length > 0) throw new Error(`${key}: a proxy maps no responses`)
  return {
    id: method.id,
    key,
    endpoint,
    call: { endpoint: key, function: functionOfUri(Uri, region) },
  }
}

const PROXY = ['Type', 'IntegrationHttpMethod', 'Uri']
const MOCK = ['Type', 'RequestTemplates', 'IntegrationResponses', 'ContentHandling']
const INTEGRATION = [...PROXY, ...MOCK]

function authorizerName(reference: unknown): string | null {
  if (reference === undefined) return null
  const made = /^«AWS::ApiGateway(?:V2)?::Authorizer (.*)»$/.exec(String(reference))
  if (!made) throw new Error(`no authorizer: ${JSON.stringify(reference)}`)
  return made[1]!
}

function readAuthorizers(template: Opened, region: string): Authorizer[] {
  return template.ofType('AWS::ApiGateway::Authorizer').map(authorizer => {
    const p = template.properties(authorizer, [
      'RestApiId',
      'Name',
      'Type',
      'ProviderARNs',
      'IdentitySource',
      'AuthorizerResultTtlInSeconds',
    ])
    const prefix = `arn:${PARTITION}:cognito-idp:${region}:${ACCOUNT}:userpool/`
    return {
      name: String(p.Name),
      type: String(p.Type),
      userPools: strings(p.ProviderARNs).map(arn => {
        if (!arn.startsWith(prefix)) throw new Error(`no user pool of this Region: ${arn}`)
        return userPoolKey(arn.slice(prefix.length))
      }),
      audience: [],
      identitySource: [String(p.IdentitySource)],
      cacheSeconds: Number(p.AuthorizerResultTtlInSeconds ?? 300),
    }
  })
}

/** The one stage: a resource of its own, or a property of the deployment. */
function readStage(template: Opened, api: string) {
  const deployments = template.ofType('AWS::ApiGateway::Deployment')
  const [deployment] = deployments
  if (!deployment || deployments.length > 1) throw new Error('one deployment expected')
  const { StageName } = template.properties(deployment, ['RestApiId', 'StageName'], {
    Description: 'Automatically created by the RestApi construct',
  })
  const stages = template.ofType('AWS::ApiGateway::Stage').map(stage => {
    const { StageName, DeploymentId } = template.properties(stage, ['RestApiId', 'StageName', 'DeploymentId'])
    if (DeploymentId !== `«AWS::ApiGateway::Deployment ${deployment.id}»`)
      throw new Error(`stage ${StageName} has no deployment`)
    return StageName
  })
  const names = [...stages, ...(StageName === undefined ? [] : [StageName])]
  if (names.length !== 1) throw new Error(`one stage expected: ${names} of ${api}`)
  const before = template.before(deployment.id)
  return {
    name: String(names[0]),
    deployedTooLate: (methods: readonly { readonly id: string; readonly key: string }[]) =>
      sorted([
        ...methods.filter(({ id }) => !before.has(id)).map(({ key }) => key),
        ...template
          .ofType('AWS::ApiGateway::GatewayResponse')
          .filter(({ id }) => !before.has(id))
          .map(({ resource }) => String(resource.Properties?.ResponseType)),
      ]),
  }
}
