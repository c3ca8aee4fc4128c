import {
  all,
  type Fault,
  type Found,
  type Ground,
  type Loose,
  mapTexts,
  on,
  remove,
  set,
  unset,
} from './plant'

const API = ['ApiGateway::RestApi', 'ApiGatewayV2::Api']
const METHOD = 'ApiGateway::Method'
const ROUTE = 'ApiGatewayV2::Route'
const ENDPOINT = [METHOD, ROUTE]
const AUTHORIZER = ['ApiGateway::Authorizer', 'ApiGatewayV2::Authorizer']
const REST_AUTHORIZER = 'ApiGateway::Authorizer'
const HTTP_AUTHORIZER = 'ApiGatewayV2::Authorizer'
const STAGE = ['ApiGateway::Stage', 'ApiGatewayV2::Stage']
const DEPLOYMENT = 'ApiGateway::Deployment'
const PERMISSION = 'Lambda::Permission'
const FUNCTION = 'Lambda::Function'

const isPreflight = (properties: Loose) => properties.Integration?.Type === 'MOCK'

const guarded = (breakIt: (found: Found, ground: Ground) => unknown) =>
  on(ENDPOINT, (found, ground) => (found.properties.AuthorizerId ? breakIt(found, ground) : false))

/** Text with pseudo parameters at every second place. */
const join = (...parts: readonly string[]) => ({
  'Fn::Join': ['', parts.map((part, i) => (i % 2 === 0 ? part : { Ref: `AWS::${part}` }))],
})

/** Calls of two endpoints swapped: each is let in by the other's rules. */
function swapFunctions(ground: Ground): boolean {
  const methods = all(ground, METHOD, properties => !isPreflight(properties))
  const routes = all(ground, ROUTE)
  const uri = (found: Found) => JSON.stringify(found.properties.Integration?.Uri ?? found.properties.Target)
  const endpoints = methods.length > 0 ? methods : routes
  const [first] = endpoints
  const second = endpoints.find(found => first && uri(found) !== uri(first))
  if (!first || !second) return false
  const key = methods.length > 0 ? 'Integration' : 'Target'
  const kept = first.properties[key]
  first.properties[key] = second.properties[key]
  second.properties[key] = kept
  return true
}

/** Whatever is wrong with the API, its authorizer, its endpoints, its functions and its CORS. */
export const apiFaults: readonly Fault[] = [
  { name: 'API of another name', plant: set(API, 'Name', 'dev-others') },
  {
    name: 'API at the edge',
    plant: set('ApiGateway::RestApi', 'EndpointConfiguration', { Types: ['EDGE'] }),
  },
  {
    name: 'API with a policy of its own',
    plant: set('ApiGateway::RestApi', 'Policy', { Version: '2012-10-17', Statement: [] }),
  },
  {
    name: 'endpoint without authorization',
    plant: guarded(({ properties }) => {
      properties.AuthorizationType = 'NONE'
      delete properties.AuthorizerId
      delete properties.AuthorizationScopes
    }),
  },
  {
    name: 'endpoint without authorization that still names the authorizer',
    plant: guarded(({ properties }) => {
      properties.AuthorizationType = 'NONE'
    }),
  },
  {
    name: 'endpoint with IAM authorization',
    plant: guarded(({ properties }) => {
      properties.AuthorizationType = 'AWS_IAM'
      delete properties.AuthorizerId
    }),
  },
  {
    name: 'authorization type in small letters',
    plant: guarded(({ properties }) => {
      properties.AuthorizationType = properties.AuthorizationType.toLowerCase()
    }),
  },
  {
    name: 'endpoint without its authorizer',
    plant: guarded(({ properties }) => delete properties.AuthorizerId),
  },
  {
    name: 'endpoint without its scopes',
    plant: guarded(({ properties }) =>
      properties.AuthorizationScopes?.length ? delete properties.AuthorizationScopes : false,
    ),
  },
  {
    name: 'endpoint with no scopes left',
    plant: guarded(({ properties }) => {
      if (!properties.AuthorizationScopes?.length) return false
      properties.AuthorizationScopes = []
    }),
  },
  {
    name: 'endpoint with one scope more',
    plant: guarded(({ properties }) => {
      if (!properties.AuthorizationScopes) return false
      properties.AuthorizationScopes.push('profile')
    }),
  },
  {
    name: 'endpoint scope without its identifier',
    plant: guarded(({ properties }, ground) => {
      if (!properties.AuthorizationScopes) return false
      const [server] = all(ground, 'Cognito::UserPoolResourceServer')
      properties.AuthorizationScopes = [server?.properties.Scopes[0].ScopeName]
    }),
  },
  {
    name: 'scope on an endpoint that wants an ID token',
    plant: guarded(({ properties }) => {
      if (properties.AuthorizationScopes?.length) return false
      properties.AuthorizationScopes = ['openid']
    }),
  },
  { name: 'endpoint that wants an API key', plant: set(METHOD, 'ApiKeyRequired', true) },
  { name: 'endpoint missing', plant: remove(ENDPOINT, properties => !isPreflight(properties)) },
  {
    name: 'endpoint of another method',
    plant: on(ENDPOINT, ({ properties }) => {
      if (isPreflight(properties) || properties.HttpMethod === 'PATCH') return false
      if (properties.HttpMethod) properties.HttpMethod = 'PATCH'
      else properties.RouteKey = properties.RouteKey.replace(/^\w+/, 'PATCH')
    }),
  },
  {
    name: 'endpoint of another path',
    plant: ground =>
      on('ApiGateway::Resource', ({ properties }) => {
        properties.PathPart = properties.PathPart.startsWith('{') ? '{other}' : `${properties.PathPart}2`
      })(ground) ||
      on(ROUTE, ({ properties }) => {
        properties.RouteKey += '2'
      })(ground),
  },
  {
    name: 'catch-all route that nobody guards',
    plant: ground => {
      const [route] = all(ground, ROUTE)
      if (!route) return false
      const { ApiId, Target } = route.properties
      ground.Resources.CatchAll = {
        Type: `AWS::${ROUTE}`,
        Properties: { ApiId, Target, RouteKey: '$default' },
      }
      return true
    },
  },
  { name: 'authorizer of another name', plant: set(AUTHORIZER, 'Name', 'cognito') },
  { name: 'Lambda authorizer instead of a Cognito one', plant: set(REST_AUTHORIZER, 'Type', 'TOKEN') },
  {
    name: 'authorizer of another pool',
    plant: ground =>
      set(REST_AUTHORIZER, 'ProviderARNs', [
        join(
          'arn:',
          'Partition',
          ':cognito-idp:',
          'Region',
          ':',
          'AccountId',
          ':userpool/us-east-1_Other0000',
        ),
      ])(ground) ||
      on(HTTP_AUTHORIZER, ({ properties }) => {
        properties.JwtConfiguration.Issuer = join(
          'https://cognito-idp.',
          'Region',
          '.amazonaws.com/us-east-1_Other0000',
        )
      })(ground),
  },
  {
    name: 'authorizer that takes a second pool',
    plant: on(REST_AUTHORIZER, ({ properties }) => {
      properties.ProviderARNs.push('arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Other0000')
    }),
  },
  {
    name: 'token from another header',
    plant: ground =>
      set(REST_AUTHORIZER, 'IdentitySource', 'method.request.header.X-Token')(ground) ||
      set(HTTP_AUTHORIZER, 'IdentitySource', ['$request.header.X-Token'])(ground),
  },
  { name: 'verdicts kept for an hour', plant: set(REST_AUTHORIZER, 'AuthorizerResultTtlInSeconds', 3600) },
  {
    name: 'expression that refuses access tokens',
    plant: set(REST_AUTHORIZER, 'IdentityValidationExpression', 'x'),
  },
  {
    name: 'second authorizer',
    plant: ground => {
      const [authorizer] = AUTHORIZER.flatMap(type => all(ground, type))
      if (authorizer) {
        ground.Resources.Another = structuredClone(authorizer.resource)
        ground.Resources.Another.Properties.Name = 'another'
      }
      return authorizer !== undefined
    },
  },
  {
    name: 'audience without a client',
    plant: on(HTTP_AUTHORIZER, ({ properties }) => {
      if (properties.JwtConfiguration.Audience.length < 2) return false
      properties.JwtConfiguration.Audience.pop()
    }),
  },
  {
    name: 'audience by the name of a client',
    plant: on(HTTP_AUTHORIZER, ({ properties }) => {
      properties.JwtConfiguration.Audience = ['dev-web']
    }),
  },
  {
    name: 'issuer of the new type',
    plant: on(HTTP_AUTHORIZER, ({ properties }) => {
      properties.JwtConfiguration.Issuer =
        'https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
    }),
  },
  { name: 'endpoints wired to each other’s functions', plant: swapFunctions },
  { name: 'function of an older runtime', plant: set(FUNCTION, 'Runtime', 'nodejs22.x') },
  { name: 'function that may take a minute', plant: set(FUNCTION, 'Timeout', 60) },
  { name: 'function with the time that a tool gives it', plant: unset(FUNCTION, 'Timeout') },
  {
    name: 'function of another handler',
    plant: on(FUNCTION, ({ properties }) => {
      if (properties.Code.ZipFile !== undefined) return false
      properties.Handler = 'bin/other.handler'
    }),
  },
  {
    name: 'function that nothing calls',
    plant: ground => {
      const [fn] = all(ground, FUNCTION)
      ground.Resources.Idle = structuredClone(fn?.resource)
      delete ground.Resources.Idle.Properties.FunctionName
      return true
    },
  },
  {
    name: 'function that the whole Internet may call',
    plant: ground => {
      const [fn] = all(ground, FUNCTION)
      ground.Resources.Open = {
        Type: 'AWS::Lambda::Url',
        Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': [fn!.id, 'Arn'] } },
      }
      return true
    },
  },
  {
    name: 'permission missing',
    plant: ground => {
      const permissions = all(ground, PERMISSION)
      const of = JSON.stringify(permissions[0]?.properties.FunctionName)
      for (const { id, properties } of permissions)
        if (JSON.stringify(properties.FunctionName) === of) delete ground.Resources[id]
      return permissions.length > 0
    },
  },
  { name: 'permission for anyone’s API', plant: unset(PERMISSION, 'SourceArn') },
  { name: 'permission for another service', plant: set(PERMISSION, 'Principal', '*') },
  {
    name: 'permission for another stage only',
    plant: ground => {
      let planted = false
      for (const { properties } of all(ground, PERMISSION)) {
        const narrowed = mapTexts(properties.SourceArn, text => text.replace(/\/\*(\/\*)*$/, '/other/*'))
        planted ||= JSON.stringify(narrowed) !== JSON.stringify(properties.SourceArn)
        properties.SourceArn = narrowed
      }
      return planted
    },
  },
  {
    name: 'partition written out',
    plant: on(PERMISSION, ({ properties }) => {
      properties.SourceArn = JSON.parse(
        JSON.stringify(properties.SourceArn)
          .replace(/\$\{AWS::Partition\}/, 'aws')
          .replace('{"Ref":"AWS::Partition"}', '"aws"'),
      )
    }),
  },
  {
    name: 'stage of another name',
    plant: ground => set(STAGE, 'StageName', 'live')(ground) || set(DEPLOYMENT, 'StageName', 'live')(ground),
  },
  {
    name: 'second stage',
    plant: ground => {
      const [api] = API.flatMap(type => all(ground, type))
      const rest = api?.resource.Type.endsWith('RestApi')
      ground.Resources.Another = rest
        ? {
            Type: 'AWS::ApiGateway::Stage',
            Properties: {
              RestApiId: { Ref: api!.id },
              StageName: 'another',
              DeploymentId: { Ref: all(ground, DEPLOYMENT)[0]!.id },
            },
          }
        : { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: api!.id }, StageName: 'another' } }
      return true
    },
  },
  { name: 'changes that are never deployed', plant: set('ApiGatewayV2::Stage', 'AutoDeploy', false) },
  {
    name: 'deployment that does not wait for a method',
    plant: on(DEPLOYMENT, ({ resource }, ground) => {
      const methods = new Set(all(ground, METHOD).map(({ id }) => id))
      const waits: string[] = [resource.DependsOn ?? []].flat()
      // osls lets one method wait for the gateway responses: any other is enough here.
      const dropped = waits.findLast(id => methods.has(id))
      resource.DependsOn = waits.filter(id => id !== dropped)
      return dropped !== undefined
    }),
  },
  {
    name: 'deployment that does not wait for the gateway responses',
    plant: ground => {
      const responses = new Set(all(ground, 'ApiGateway::GatewayResponse').map(({ id }) => id))
      for (const resource of Object.values(ground.Resources))
        if (resource.DependsOn)
          resource.DependsOn = [resource.DependsOn].flat().filter((id: string) => !responses.has(id))
      return responses.size > 0
    },
  },
  {
    name: 'resource under a condition',
    plant: on(ENDPOINT, ({ resource }) => {
      resource.Condition = 'Never'
    }),
  },
]
