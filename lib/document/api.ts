import { apiGatewayGuide } from '../aws/docs'
import { MAX_AUDIENCE_LENGTH, MAX_AUDIENCES, MAX_NAME_LENGTH } from '../aws/limits'
import { AUDIENCE_CHARACTERS, NAME_CHARACTERS } from '../aws/patterns'
import { choice, group, list, optional, text } from './field-kinds'
import { originIssue } from './origin'

const corsGuide = apiGatewayGuide('how-to-cors')

const cors = group(
  {
    allowOrigins: list(
      text({
        label: 'Allowed origin',
        help: 'Scheme, host and port of a page that can call the API, as browsers send them.',
        example: 'https://app.example.com',
        docs: corsGuide,
        max: 1024,
        validate: originIssue,
      }),
      {
        label: 'Allowed origins',
        help: 'Origins of pages that can call the API from a browser.',
        docs: corsGuide,
        atLeastOne: 'origin',
        many: 'origins',
        unique: true,
      },
    ),
  },
  { label: 'CORS', help: 'Allows pages from other origins to call the API from a browser.', docs: corsGuide },
)

const jwtAuthorizers = apiGatewayGuide('http-api-jwt-authorizer')

const additionalAudiences = list(
  text({
    label: 'Additional audience',
    help: 'The aud claim of a token requested with resource=.',
    example: 'https://mcp.example.com',
    docs: jwtAuthorizers,
    max: MAX_AUDIENCE_LENGTH,
    ...AUDIENCE_CHARACTERS,
  }),
  {
    label: 'Additional audiences',
    help: 'Values of aud that the authorizer accepts besides the client IDs.',
    docs: jwtAuthorizers,
    max: MAX_AUDIENCES,
    many: 'audiences',
    unique: true,
  },
)

export const api = group(
  {
    type: choice(['rest', 'http'], {
      label: 'API type',
      help: 'REST API with a Cognito authorizer, or HTTP API with a JWT authorizer.',
      example: 'rest',
      docs: apiGatewayGuide('http-api-vs-rest'),
    }),
    name: text({
      label: 'API name',
      help: 'The stage is added as a prefix.',
      example: 'example-api',
      docs: apiGatewayGuide('http-api-vs-rest'),
      max: MAX_NAME_LENGTH,
      ...NAME_CHARACTERS,
    }),
    cors: optional(cors),
    additionalAudiences: optional(additionalAudiences),
  },
  { label: 'API', help: 'The API in API Gateway.', docs: apiGatewayGuide('http-api-vs-rest') },
)
