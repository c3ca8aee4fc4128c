import { all, type Fault, type Found, type Loose, on, remove, unset } from './inject-fault'

const METHOD = 'ApiGateway::Method'
const ROUTE = 'ApiGatewayV2::Route'

const isPreflight = (properties: Loose) => properties.Integration?.Type === 'MOCK'

const preflight = (breakIt: (found: Found) => unknown) =>
  on(METHOD, found => (isPreflight(found.properties) ? breakIt(found) : false))

const headersOf = ({ properties }: Found): Record<string, string> =>
  properties.Integration.IntegrationResponses[0].ResponseParameters

const header = (name: string) => `method.response.header.Access-Control-Allow-${name}`

/** Whatever is wrong with what browsers are told. */
export const corsFaults: readonly Fault[] = [
  { name: 'gateway response missing', inject: remove('ApiGateway::GatewayResponse') },
  {
    name: 'gateway response for another origin',
    inject: on('ApiGateway::GatewayResponse', ({ properties }) => {
      properties.ResponseParameters['gatewayresponse.header.Access-Control-Allow-Origin'] =
        "'https://evil.example'"
    }),
  },
  { name: 'preflight missing', inject: remove(METHOD, isPreflight) },
  {
    name: 'preflight that wants a token',
    inject: template => {
      const [authorizer] = all(template, 'ApiGateway::Authorizer')
      return authorizer
        ? preflight(({ properties }) => {
            properties.AuthorizationType = 'COGNITO_USER_POOLS'
            properties.AuthorizerId = { Ref: authorizer.id }
          })(template)
        : false
    },
  },
  {
    name: 'preflight for another origin',
    inject: preflight(found => {
      headersOf(found)[header('Origin')] = "'https://evil.example'"
    }),
  },
  {
    name: 'preflight that echoes every origin',
    inject: preflight(({ properties }) => {
      const [response] = properties.Integration.IntegrationResponses
      const open =
        '#set($context.responseOverride.header.Access-Control-Allow-Origin = $input.params("Origin"))'
      response.ResponseTemplates = { 'application/json': open }
    }),
  },
  {
    name: 'preflight that takes dots for any character',
    inject: preflight(({ properties }) => {
      const [response] = properties.Integration.IntegrationResponses
      const loose =
        '#set($o = $input.params("Origin")) #if($o.matches("https://app.example.com")) #set($context.responseOverride.header.Access-Control-Allow-Origin = $o) #end'
      response.ResponseTemplates = { 'application/json': loose }
    }),
  },
  {
    name: 'preflight that knows one origin of several',
    inject: preflight(({ properties }) => {
      const [response] = properties.Integration.IntegrationResponses
      if (!Object.values(response.ResponseTemplates ?? {}).some(Boolean)) return false
      delete response.ResponseTemplates
    }),
  },
  {
    name: 'preflight that forbids the token',
    inject: preflight(found => {
      headersOf(found)[header('Headers')] = "'Content-Type'"
    }),
  },
  {
    name: 'preflight that allows any header, which leaves out the token',
    inject: preflight(found => {
      headersOf(found)[header('Headers')] = "'*'"
    }),
  },
  {
    name: 'preflight that forbids the method',
    inject: preflight(found => {
      headersOf(found)[header('Methods')] = "'OPTIONS'"
    }),
  },
  {
    name: 'preflight with credentials',
    inject: preflight(found => {
      headersOf(found)[header('Credentials')] = "'true'"
      for (const response of found.properties.MethodResponses)
        response.ResponseParameters[header('Credentials')] = true
    }),
  },
  {
    name: 'preflight whose headers are not declared',
    inject: preflight(({ properties }) => {
      delete properties.MethodResponses
    }),
  },
  {
    name: 'CORS for every origin',
    inject: on('ApiGatewayV2::Api', ({ properties }) => {
      if (!properties.CorsConfiguration) return false
      properties.CorsConfiguration.AllowOrigins = ['*']
    }),
  },
  {
    name: 'CORS for one origin less',
    inject: on('ApiGatewayV2::Api', ({ properties }) => {
      if (!properties.CorsConfiguration) return false
      properties.CorsConfiguration.AllowOrigins.pop()
    }),
  },
  {
    name: 'CORS without the Authorization header',
    inject: on('ApiGatewayV2::Api', ({ properties }) => {
      if (!properties.CorsConfiguration) return false
      properties.CorsConfiguration.AllowHeaders = ['*']
    }),
  },
  { name: 'CORS missing', inject: unset('ApiGatewayV2::Api', 'CorsConfiguration') },
  {
    name: 'preflight that ANY hands to the authorizer',
    inject: remove(ROUTE, ({ RouteKey }) => /^OPTIONS /.test(RouteKey)),
  },
]
