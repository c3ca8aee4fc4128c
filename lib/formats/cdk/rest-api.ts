import { child } from '../../document/field-path'
import type { Api } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, paragraph, stringList } from './lines'
import { staged } from './names'

type RestApiInputs = Pick<Api, 'field' | 'name' | 'hasAuthorizer' | 'cors'>

/** The API, its authorizer, and the parts of CORS that occur once. */
export const restApi = ({ field, name, hasAuthorizer, cors }: Api): Block =>
  block({ field, name, hasAuthorizer, cors }, apiLines)

const apiLines = ({ field, name, hasAuthorizer, cors }: RestApiInputs): Line[] =>
  paragraph([
    ...withField(
      field,
      code`
        // Deployed after all methods exist, and again whenever one of them changes.
        const api = new apigateway.RestApi(this, 'Api', {
          ${at(child(field, 'name'), `restApiName: ${staged(name)},`)}
          endpointTypes: [apigateway.EndpointType.REGIONAL],
          ${at('stage', 'deployOptions: { stageName: stage },')}
          // That role is shared by the whole account, so this stack does not set it.
          cloudWatchRole: false,
        });
      `,
    ),
    ...(hasAuthorizer ? authorizer : []),
    ...(cors ? withField(cors.field, corsLines(cors)) : []),
  ])

const authorizer = withField(
  'userPool',
  code`
    // A TokenAuthorizer or RequestAuthorizer would be a Lambda function, which does not check scopes.
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      ${at('stage', `authorizerName: ${staged('cognito')},`)}
      cognitoUserPools: [userPool],
    });
  `,
)

const corsLines = ({ field, allowOrigins }: NonNullable<Api['cors']>): Line[] => code`
  const cors: apigateway.CorsOptions = {
    ${stringList('allowOrigins', child(field, 'allowOrigins'), allowOrigins)}
    allowHeaders: ['Authorization', 'Content-Type'],
  };
  // Error responses of API Gateway: without a CORS header, browsers report a 401 as a network error.
  const corsHeaders = {
    ${at(child(field, 'allowOrigins'), `'Access-Control-Allow-Origin': ${quote(answeredOrigin(allowOrigins))},`)}
  };
  api.addGatewayResponse('Default4xx', { type: apigateway.ResponseType.DEFAULT_4XX, responseHeaders: corsHeaders });
  api.addGatewayResponse('Default5xx', { type: apigateway.ResponseType.DEFAULT_5XX, responseHeaders: corsHeaders });
`

/** A static value. With several origins no single one is right, and these answers contain no data of the user. */
const answeredOrigin = (origins: readonly string[]): string =>
  origins.length === 1 ? `'${origins[0]}'` : "'*'"
