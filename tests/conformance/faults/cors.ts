import { all, type Fault, type Found, type Loose, on, remove, unset } from './plant'

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
  { name: 'gateway response missing', plant: remove('ApiGateway::GatewayResponse') },
  {
    name: 'gateway response for another origin',
    plant: on('ApiGateway::GatewayResponse', ({ properties }) => {
      properties.ResponseParameters['gatewayresponse.header.Access-Control-Allow-Origin'] =
        "'https://evil.example'"
    }),
  },
  { name: 'preflight missing', plant: remove(METHOD, isPreflight) },
  {
    name: 'preflight that wants a token',
    plant: ground => {
      const [authorizer] = all(ground, 'ApiGateway::Authorizer')
      return authorizer
        ? preflight(({ properties }) => {
            properties.AuthorizationType = 'COGNITO_USER_POOLS'
            properties.AuthorizerId = { Ref: authorizer.id }
          })(ground)
        : false
    },
  },
  {
    name: 'preflight for another origin',
    plant: preflight(found => {
      headersOf(found)[header('Origin')] = "'https://evil.example'"
    }),
  },
  {
    name: 'preflight that echoes every origin',
    plant: preflight(({ properties }) => {
      const [response] = properties.Integration.IntegrationResponses
      const open =
        '#set($context.responseOverride.header.Access-Control-Allow-Origin = $input.params("Origin"))'
      response.ResponseTemplates = { 'application/json': open }
    }),
  },
  {
    name: 'preflight that takes dots for any character',
    plant: preflight(({ properties }) => {
      const [response] = properties.Integration.IntegrationResponses
      const loose =
        '#set($o = $input.params("Origin")) #if($o.matches("https://app.example.com")) #set($context.responseOverride.header.Access-Control-Allow-Origin = $o) #end'
      response.ResponseTemplates = { 'application/json': loose }
    }),
  },
  {
    name: 'preflight that knows one origin of several',
    plant: preflight(({ properties }) => {
      const [response] = properties.Integration.IntegrationResponses
      if (!Object.values(response.ResponseTemplates ?? {}).some(Boolean)) return false
      delete response.ResponseTemplates
    }),
  },
  {
    name: 'preflight that forbids the token',
    plant: preflight(found => {
      headersOf(found)[header('Headers')] = "'Content-Type'"
    }),
  },
  {
    name: 'preflight that allows any header, which leaves out the token',
    plant: preflight(found => {
      headersOf(found)[header('Headers')] = "'*'"
    }),
  },
  {
    name: 'preflight that forbids the method',
    plant: preflight(found => {
      headersOf(found)[header('Methods')] = "'OPTIONS'"
    }),
  },
  {
    name: 'preflight with credentials',
    plant: preflight(found => {
      headersOf(found)[header('Credentials')] = "'true'"
      for (const response of found.properties.MethodResponses)
        response.ResponseParameters[header('Credentials')] = true
    }),
  },
  {
    name: 'preflight whose headers are not declared',
    plant: preflight(({ properties }) => {
      delete properties.MethodResponses
    }),
  },
  {
    name: 'CORS for every origin',
    plant: on('ApiGatewayV2::Api', ({ properties }) => {
      if (!properties.CorsConfiguration) return false
      properties.CorsConfiguration.AllowOrigins = ['*']
    }),
  },
  {
    name: 'CORS for one origin less',
    plant: on('ApiGatewayV2::Api', ({ properties }) => {
      if (!properties.CorsConfiguration) return false
      properties.CorsConfiguration.AllowOrigins.pop()
    }),
  },
  {
    name: 'CORS without the Authorization header',
    plant: on('ApiGatewayV2::Api', ({ properties }) => {
      if (!properties.CorsConfiguration) return false
      properties.CorsConfiguration.AllowHeaders = ['*']
    }),
  },
  { name: 'CORS missing', plant: unset('ApiGatewayV2::Api', 'CorsConfiguration') },
  {
    name: 'preflight that ANY hands to the authorizer',
    plant: remove(ROUTE, ({ RouteKey }) => /^OPTIONS /.test(RouteKey)),
  },
]
