import { apiGatewayGuide, lambdaGuide } from '../aws/docs'
import { MAX_HANDLER_LENGTH } from '../aws/limits'
import { METHODS } from '../aws/patterns'
import { pathIssue } from './endpoint-path'
import { choice, group, list, text, withDefault } from './field-kinds'

const authorizers = apiGatewayGuide('apigateway-integrate-with-cognito')

/** `bin/orders.list`: a file without its ending, and one of its exports. */
export const HANDLER = /^(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+\.[A-Za-z_$][A-Za-z0-9_$]*$/

const endpoint = group(
  {
    method: choice(METHODS, {
      label: 'Method',
      help: 'The HTTP method; ANY matches all methods.',
      example: 'GET',
      docs: apiGatewayGuide('how-to-method-settings'),
    }),
    path: text({
      label: 'Path',
      help: 'Starts with a slash. {id} matches one segment, a trailing {proxy+} the rest.',
      example: '/orders/{id}',
      docs: apiGatewayGuide('api-gateway-method-settings-method-request'),
      // API Gateway takes 10,240 bytes for the request line and all headers, token included. The limit keeps what
      // is made of a path and of each of its prefixes small.
      max: 1024,
      validate: pathIssue,
    }),
    auth: withDefault(
      choice(['access_token', 'id_token', 'iam', 'none'], {
        label: 'Authorization',
        help: 'An access token with one of the scopes, an ID token, an AWS signature (IAM), or nothing.',
        example: 'access_token',
        docs: authorizers,
      }),
      'access_token',
    ),
    scopes: withDefault(
      list(
        text({
          label: 'Scope',
          help: 'A full scope, identifier/name. An access token needs one scope of the list.',
          example: 'com.example.api/read',
          docs: authorizers,
        }),
        {
          label: 'Scopes',
          help: 'An access token needs one of these scopes.',
          docs: authorizers,
          many: 'scopes',
          unique: true,
        },
      ),
      [],
    ),
    handler: text({
      label: 'Handler',
      help: 'File and export of the Lambda function; endpoints with the same handler share one function.',
      example: 'bin/orders.list',
      docs: lambdaGuide('nodejs-handler'),
      max: MAX_HANDLER_LENGTH,
      pattern: HANDLER,
      use: 'the file without its ending, a dot and the export, such as bin/orders.list',
    }),
  },
  { label: 'Endpoint', help: 'A method and a path, and who may call it.', docs: authorizers },
)

export const endpoints = list(endpoint, {
  label: 'Endpoints',
  help: 'The methods and paths of the API.',
  docs: authorizers,
  max: 300,
  atLeastOne: 'endpoint',
  many: 'endpoints',
})
