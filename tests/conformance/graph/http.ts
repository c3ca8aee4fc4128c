import { readHttpCors } from './cors'
import { fields } from './fields'
import { type Call, functionOfUriOrArn, permissions, readFunctions } from './functions'
import { type Authorizer, type Endpoint, type Graph, sorted, sortedBy } from './graph'
import { clientName, strings, userPoolKey } from './identity'
import type { Opened } from './intrinsics'

type ApiHalf = Pick<Graph, 'api' | 'authorizers' | 'endpoints' | 'functions' | 'cors'>

export function readHttp(template: Opened, region: string, probes: readonly string[]): ApiHalf {
  const [api, ...more] = template.ofType('AWS::ApiGatewayV2::Api')
  if (!api || more.length > 0) throw new Error('one HTTP API expected')
  const { Name, ProtocolType, CorsConfiguration } = template.properties(api, [
    'Name',
    'ProtocolType',
    'CorsConfiguration',
  ])
  if (ProtocolType !== 'HTTP') throw new Error(`protocol ${ProtocolType}`)
  const symbol = `«AWS::ApiGatewayV2::Api ${Name}»`
  for (const type of ['Route', 'Integration', 'Authorizer', 'Stage'])
    for (const { id, resource } of template.ofType(`AWS::ApiGatewayV2::${type}`))
      if (template.resolve(resource.Properties?.ApiId) !== symbol) throw new Error(`${id} is of another API`)
  const stage = readStage(template)
  const read = readRoutes(template, region)
  const permitted = permissions(template, symbol, region, stage.name)
  const endpoints = read.map(({ endpoint, call }): Endpoint => ({ ...endpoint, permitted: permitted(call) }))
  return {
    api: {
      type: 'http',
      name: String(Name),
      endpointType: null,
      stage: stage.name,
      autoDeploy: stage.autoDeploy,
      deployedTooLate: [],
    },
    authorizers: sortedBy(readAuthorizers(template, region), ({ name }) => name),
    endpoints: sortedBy(endpoints, ({ endpoint }) => endpoint),
    functions: readFunctions(
      template,
      read.map(({ call }) => call),
      region,
    ),
    cors: readHttpCors(
      CorsConfiguration,
      endpoints.map(({ endpoint }) => endpoint),
      probes,
    ),
  }
}

function readStage(template: Opened): { readonly name: string; readonly autoDeploy: boolean } {
  const stages = template.ofType('AWS::ApiGatewayV2::Stage')
  if (stages.length !== 1) throw new Error('one stage expected')
  const { StageName, AutoDeploy } = template.properties(stages[0]!, ['ApiId', 'StageName', 'AutoDeploy'], {
    // The default, which osls prints.
    DefaultRouteSettings: { DetailedMetricsEnabled: false },
  })
  return { name: String(StageName), autoDeploy: AutoDeploy === true }
}

function readRoutes(
  template: Opened,
  region: string,
): { readonly endpoint: Omit<Endpoint, 'permitted'>; readonly call: Call }[] {
  const integrations = new Map(
    template.ofType('AWS::ApiGatewayV2::Integration').map(integration => {
      const p = template.properties(
        integration,
        ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion'],
        // The default, which osls prints.
        { TimeoutInMillis: 30_000 },
      )
      if (p.IntegrationType !== 'AWS_PROXY') throw new Error(`integration ${p.IntegrationType}`)
      return [
        `integrations/«AWS::ApiGatewayV2::Integration ${integration.id}»`,
        { function: functionOfUriOrArn(p.IntegrationUri, region), payload: String(p.PayloadFormatVersion) },
      ]
    }),
  )
  return template.ofType('AWS::ApiGatewayV2::Route').map(route => {
    const p = template.properties(route, [
      'ApiId',
      'RouteKey',
      'AuthorizationType',
      'AuthorizerId',
      'AuthorizationScopes',
      'Target',
    ])
    const target = integrations.get(String(p.Target))
    if (!target) throw new Error(`${p.RouteKey} calls ${p.Target}`)
    const authorizer = /^«AWS::ApiGatewayV2::Authorizer (.*)»$/.exec(String(p.AuthorizerId))?.[1] ?? null
    if (p.AuthorizerId !== undefined && authorizer === null)
      throw new Error(`no authorizer: ${p.AuthorizerId}`)
    const key = String(p.RouteKey)
    return {
      endpoint: {
        endpoint: key,
        authorization: String(p.AuthorizationType ?? 'NONE'),
        authorizer,
        scopes: strings(p.AuthorizationScopes),
        payload: target.payload,
      },
      call: { endpoint: key, function: target.function },
    }
  })
}

/** The name of a client, or a text as it is in the template. */
const audienceName = (audience: string): string =>
  audience.startsWith('«') ? clientName(audience) : `aud ${audience}`

function readAuthorizers(template: Opened, region: string): Authorizer[] {
  return template.ofType('AWS::ApiGatewayV2::Authorizer').map(authorizer => {
    const p = template.properties(authorizer, [
      'ApiId',
      'Name',
      'AuthorizerType',
      'IdentitySource',
      'JwtConfiguration',
    ])
    const { Issuer, Audience } = fields(p.JwtConfiguration, ['Issuer', 'Audience'], authorizer.id)
    const prefix = `https://cognito-idp.${region}.amazonaws.com/`
    if (!String(Issuer).startsWith(prefix)) throw new Error(`issuer ${Issuer}`)
    return {
      name: String(p.Name),
      type: String(p.AuthorizerType),
      userPools: [userPoolKey(String(Issuer).slice(prefix.length))],
      audience: sorted(strings(Audience).map(audienceName)),
      identitySource: [...strings(p.IdentitySource)],
      cacheSeconds: null,
    }
  })
}
