import {
  all,
  type Fault,
  type Found,
  type Loose,
  type MutableTemplate,
  mapTexts,
  on,
  remove,
  set,
  unset,
} from './inject-fault'

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

const guarded = (breakIt: (found: Found, template: MutableTemplate) => unknown) =>
  on(ENDPOINT, (found, template) => (found.properties.AuthorizerId ? breakIt(found, template) : false))

const signed = (breakIt: (found: Found, template: MutableTemplate) => unknown) =>
  on(ENDPOINT, (found, template) =>
    found.properties.AuthorizationType === 'AWS_IAM' ? breakIt(found, template) : false,
  )

/** Breaks the audience of an authorizer that has texts in it, which no client is. */
const audiences = (breakIt: (audience: Loose[], texts: readonly string[]) => void) =>
  on(HTTP_AUTHORIZER, ({ properties }) => {
    const { Audience: own } = properties.JwtConfiguration
    const texts = own.filter((audience: unknown) => typeof audience === 'string')
    if (texts.length === 0) return false
    breakIt(own, texts)
  })

/** Text with pseudo parameters at every second place. */
const join = (...parts: readonly string[]) => ({
  'Fn::Join': ['', parts.map((part, i) => (i % 2 === 0 ? part : { Ref: `AWS::${part}` }))],
})

/** Calls of two endpoints swapped: each is authorized by the other's rules. */
function swapFunctions(template: MutableTemplate): boolean {
  const methods = all(template, METHOD, properties => !isPreflight(properties))
  const routes = all(template, ROUTE)
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
  { name: 'API of another name', inject: set(API, 'Name', 'dev-others') },
  {
    name: 'API at the edge',
    inject: set('ApiGateway::RestApi', 'EndpointConfiguration', { Types: ['EDGE'] }),
  },
  {
    name: 'API with a policy of its own',
    inject: set('ApiGateway::RestApi', 'Policy', { Version: '2012-10-17', Statement: [] }),
  },
  {
    name: 'endpoint without authorization',
    inject: guarded(({ properties }) => {
      properties.AuthorizationType = 'NONE'
      delete properties.AuthorizerId
      delete properties.AuthorizationScopes
    }),
  },
  {
    name: 'endpoint without authorization that still names the authorizer',
    inject: guarded(({ properties }) => {
      properties.AuthorizationType = 'NONE'
    }),
  },
  {
    name: 'endpoint with IAM authorization',
    inject: guarded(({ properties }) => {
      properties.AuthorizationType = 'AWS_IAM'
      delete properties.AuthorizerId
    }),
  },
  {
    name: 'authorization type in small letters',
    inject: guarded(({ properties }) => {
      properties.AuthorizationType = properties.AuthorizationType.toLowerCase()
    }),
  },
  {
    name: 'endpoint without its authorizer',
    inject: guarded(({ properties }) => delete properties.AuthorizerId),
  },
  {
    name: 'endpoint without its scopes',
    inject: guarded(({ properties }) =>
      properties.AuthorizationScopes?.length ? delete properties.AuthorizationScopes : false,
    ),
  },
  {
    name: 'endpoint with no scopes left',
    inject: guarded(({ properties }) => {
      if (!properties.AuthorizationScopes?.length) return false
      properties.AuthorizationScopes = []
    }),
  },
  {
    name: 'endpoint with one scope more',
    inject: guarded(({ properties }) => {
      if (!properties.AuthorizationScopes) return false
      properties.AuthorizationScopes.push('profile')
    }),
  },
  {
    name: 'endpoint scope without its identifier',
    inject: guarded(({ properties }, template) => {
      if (!properties.AuthorizationScopes) return false
      const [server] = all(template, 'Cognito::UserPoolResourceServer')
      properties.AuthorizationScopes = [server?.properties.Scopes[0].ScopeName]
    }),
  },
  {
    name: 'scope on an endpoint that wants an ID token',
    inject: guarded(({ properties }) => {
      if (properties.AuthorizationScopes?.length) return false
      properties.AuthorizationScopes = ['openid']
    }),
  },
  {
    name: 'signed endpoint that is public',
    inject: signed(({ properties }) => {
      properties.AuthorizationType = 'NONE'
    }),
  },
  {
    name: 'signed endpoint that asks for a token',
    inject: signed(({ properties, resource }, template) => {
      const [authorizer] = AUTHORIZER.flatMap(type => all(template, type))
      if (!authorizer) return false
      properties.AuthorizationType = resource.Type === `AWS::${ROUTE}` ? 'JWT' : 'COGNITO_USER_POOLS'
      properties.AuthorizerId = { Ref: authorizer.id }
    }),
  },
  {
    name: 'signed endpoint that names the authorizer',
    inject: signed(({ properties }, template) => {
      const [authorizer] = AUTHORIZER.flatMap(type => all(template, type))
      if (!authorizer) return false
      properties.AuthorizerId = { Ref: authorizer.id }
    }),
  },
  {
    name: 'signed endpoint with a scope',
    inject: signed(({ properties }) => {
      properties.AuthorizationScopes = ['openid']
    }),
  },
  {
    name: 'function called with the credentials of its caller',
    inject: template =>
      signed(({ properties }) => {
        if (!properties.Integration) return false
        properties.Integration.Credentials = 'arn:aws:iam::*:user/*'
      })(template) || set('ApiGatewayV2::Integration', 'CredentialsArn', 'arn:aws:iam::*:user/*')(template),
  },
  {
    name: 'additional audience missing',
    inject: audiences((own, texts) => {
      own.splice(own.indexOf(texts[0]), 1)
    }),
  },
  {
    name: 'additional audience too many',
    inject: audiences(own => {
      own.push('https://other.example.com')
    }),
  },
  {
    name: 'additional audience in another spelling',
    inject: audiences((own, texts) => {
      own[own.indexOf(texts[0])] += '/'
    }),
  },
  {
    name: 'additional audience that lost its quotes',
    inject: audiences((own, texts) => {
      own[own.indexOf(texts[0])] = 12
    }),
  },
  { name: 'endpoint that requires an API key', inject: set(METHOD, 'ApiKeyRequired', true) },
  { name: 'endpoint missing', inject: remove(ENDPOINT, properties => !isPreflight(properties)) },
  {
    name: 'endpoint of another method',
    inject: on(ENDPOINT, ({ properties }) => {
      if (isPreflight(properties) || properties.HttpMethod === 'PATCH') return false
      if (properties.HttpMethod) properties.HttpMethod = 'PATCH'
      else properties.RouteKey = properties.RouteKey.replace(/^\w+/, 'PATCH')
    }),
  },
  {
    name: 'endpoint of another path',
    inject: template =>
      on('ApiGateway::Resource', ({ properties }) => {
        properties.PathPart = properties.PathPart.startsWith('{') ? '{other}' : `${properties.PathPart}2`
      })(template) ||
      on(ROUTE, ({ properties }) => {
        properties.RouteKey += '2'
      })(template),
  },
  {
    name: 'catch-all route that nobody guards',
    inject: template => {
      const [route] = all(template, ROUTE)
      if (!route) return false
      const { ApiId, Target } = route.properties
      template.Resources.CatchAll = {
        Type: `AWS::${ROUTE}`,
        Properties: { ApiId, Target, RouteKey: '$default' },
      }
      return true
    },
  },
  { name: 'authorizer of another name', inject: set(AUTHORIZER, 'Name', 'cognito') },
  { name: 'Lambda authorizer instead of a Cognito one', inject: set(REST_AUTHORIZER, 'Type', 'TOKEN') },
  {
    name: 'authorizer of another pool',
    inject: template =>
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
      ])(template) ||
      on(HTTP_AUTHORIZER, ({ properties }) => {
        properties.JwtConfiguration.Issuer = join(
          'https://cognito-idp.',
          'Region',
          '.amazonaws.com/us-east-1_Other0000',
        )
      })(template),
  },
  {
    name: 'authorizer that takes a second pool',
    inject: on(REST_AUTHORIZER, ({ properties }) => {
      properties.ProviderARNs.push('arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Other0000')
    }),
  },
  {
    name: 'token from another header',
    inject: template =>
      set(REST_AUTHORIZER, 'IdentitySource', 'method.request.header.X-Token')(template) ||
      set(HTTP_AUTHORIZER, 'IdentitySource', ['$request.header.X-Token'])(template),
  },
  { name: 'verdicts kept for an hour', inject: set(REST_AUTHORIZER, 'AuthorizerResultTtlInSeconds', 3600) },
  {
    name: 'expression that refuses access tokens',
    inject: set(REST_AUTHORIZER, 'IdentityValidationExpression', 'x'),
  },
  {
    name: 'second authorizer',
    inject: template => {
      const [authorizer] = AUTHORIZER.flatMap(type => all(template, type))
      if (authorizer) {
        template.Resources.Another = structuredClone(authorizer.resource)
        template.Resources.Another.Properties.Name = 'another'
      }
      return authorizer !== undefined
    },
  },
  {
    name: 'audience without a client',
    inject: on(HTTP_AUTHORIZER, ({ properties }) => {
      if (properties.JwtConfiguration.Audience.length < 2) return false
      properties.JwtConfiguration.Audience.pop()
    }),
  },
  {
    name: 'audience by the name of a client',
    inject: on(HTTP_AUTHORIZER, ({ properties }) => {
      properties.JwtConfiguration.Audience = ['dev-web']
    }),
  },
  {
    name: 'issuer of the new type',
    inject: on(HTTP_AUTHORIZER, ({ properties }) => {
      properties.JwtConfiguration.Issuer =
        'https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
    }),
  },
  { name: 'endpoints wired to each other’s functions', inject: swapFunctions },
  { name: 'function of an older runtime', inject: set(FUNCTION, 'Runtime', 'nodejs22.x') },
  { name: 'function that may take a minute', inject: set(FUNCTION, 'Timeout', 60) },
  { name: 'function with the time that a tool gives it', inject: unset(FUNCTION, 'Timeout') },
  {
    name: 'function of another handler',
    inject: on(FUNCTION, ({ properties }) => {
      if (properties.Code.ZipFile !== undefined) return false
      properties.Handler = 'bin/other.handler'
    }),
  },
  {
    name: 'function that nothing calls',
    inject: template => {
      const [fn] = all(template, FUNCTION)
      template.Resources.Idle = structuredClone(fn?.resource)
      delete template.Resources.Idle.Properties.FunctionName
      return true
    },
  },
  {
    name: 'function that the whole Internet may call',
    inject: template => {
      const [fn] = all(template, FUNCTION)
      template.Resources.Open = {
        Type: 'AWS::Lambda::Url',
        Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': [fn!.id, 'Arn'] } },
      }
      return true
    },
  },
  {
    name: 'permission missing',
    inject: template => {
      const permissions = all(template, PERMISSION)
      const of = JSON.stringify(permissions[0]?.properties.FunctionName)
      for (const { id, properties } of permissions)
        if (JSON.stringify(properties.FunctionName) === of) delete template.Resources[id]
      return permissions.length > 0
    },
  },
  { name: 'permission for anyone’s API', inject: unset(PERMISSION, 'SourceArn') },
  { name: 'permission for another service', inject: set(PERMISSION, 'Principal', '*') },
  {
    name: 'permission for another stage only',
    inject: template => {
      let injected = false
      for (const { properties } of all(template, PERMISSION)) {
        const narrowed = mapTexts(properties.SourceArn, text => text.replace(/\/\*(\/\*)*$/, '/other/*'))
        injected ||= JSON.stringify(narrowed) !== JSON.stringify(properties.SourceArn)
        properties.SourceArn = narrowed
      }
      return injected
    },
  },
  {
    name: 'partition written out',
    inject: on(PERMISSION, ({ properties }) => {
      const before = JSON.stringify(properties.SourceArn)
      properties.SourceArn = JSON.parse(
        before.replace(/\$\{AWS::Partition\}/, 'aws').replace('{"Ref":"AWS::Partition"}', '"aws"'),
      )
      return JSON.stringify(properties.SourceArn) !== before
    }),
  },
  {
    name: 'stage of another name',
    inject: template =>
      set(STAGE, 'StageName', 'live')(template) || set(DEPLOYMENT, 'StageName', 'live')(template),
  },
  {
    name: 'second stage',
    inject: template => {
      const [api] = API.flatMap(type => all(template, type))
      const rest = api?.resource.Type.endsWith('RestApi')
      template.Resources.Another = rest
        ? {
            Type: 'AWS::ApiGateway::Stage',
            Properties: {
              RestApiId: { Ref: api!.id },
              StageName: 'another',
              DeploymentId: { Ref: all(template, DEPLOYMENT)[0]!.id },
            },
          }
        : { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: api!.id }, StageName: 'another' } }
      return true
    },
  },
  { name: 'changes that are never deployed', inject: set('ApiGatewayV2::Stage', 'AutoDeploy', false) },
  {
    name: 'deployment that does not wait for a method',
    inject: on(DEPLOYMENT, ({ resource }, template) => {
      const methods = new Set(all(template, METHOD).map(({ id }) => id))
      const waits: string[] = [resource.DependsOn ?? []].flat()
      // osls lets one method wait for the gateway responses: any other is enough here.
      const dropped = waits.findLast(id => methods.has(id))
      resource.DependsOn = waits.filter(id => id !== dropped)
      return dropped !== undefined
    }),
  },
  {
    name: 'deployment that does not wait for the gateway responses',
    inject: template => {
      const responses = new Set(all(template, 'ApiGateway::GatewayResponse').map(({ id }) => id))
      for (const resource of Object.values(template.Resources))
        if (resource.DependsOn)
          resource.DependsOn = [resource.DependsOn].flat().filter((id: string) => !responses.has(id))
      return responses.size > 0
    },
  },
  {
    name: 'resource under a condition',
    inject: on(ENDPOINT, ({ resource }) => {
      resource.Condition = 'Never'
    }),
  },
]
