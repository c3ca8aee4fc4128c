import { child } from '../../document/field-path'
import type { Api } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { at, type Chunk, list, paragraph } from './chunk'
import { staged } from './names'

type Cors = NonNullable<Api['cors']>

/** The API, its authorizer, and what CORS needs once. */
export const restApi = (api: Api): Chunk =>
  paragraph(['RestApi', api.name, api.hasAuthorizer, api.cors?.allowOrigins], () => [
    ...withField(
      api.field,
      code`
        // It deploys itself when all its methods are there, and again whenever one of them changes.
        const api = new apigateway.RestApi(this, 'Api', {
          ${at(child(api.field, 'name'), `restApiName: ${staged(api.name)},`)}
          endpointTypes: [apigateway.EndpointType.REGIONAL],
          ${at('stage', 'deployOptions: { stageName: stage },')}
          // That role is one for the whole account: not this stack's to set.
          cloudWatchRole: false,
        });
      `,
    ),
    ...(api.hasAuthorizer ? authorizer : []),
    ...(api.cors ? withField(api.cors.field, cors(api.cors)) : []),
  ])

const authorizer = withField(
  'userPool',
  code`
    // A TokenAuthorizer or RequestAuthorizer would be a Lambda function, which knows nothing of scopes.
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      ${at('stage', `authorizerName: ${staged('cognito')},`)}
      cognitoUserPools: [userPool],
    });
  `,
)

const cors = ({ field, allowOrigins }: Cors): Line[] => code`
  const cors: apigateway.CorsOptions = {
    ${list(
      'allowOrigins',
      child(field, 'allowOrigins'),
      allowOrigins.map((origin, i) => ({ text: quote(origin), field: child(field, 'allowOrigins', i) })),
    )}
    allowHeaders: ['Authorization', 'Content-Type'],
  };
  // API Gateway's own answers: without a CORS header a 401 reads as a network error in the browser.
  const corsHeaders = {
    ${at(child(field, 'allowOrigins'), `'Access-Control-Allow-Origin': ${quote(answeredOrigin(allowOrigins))},`)}
  };
  api.addGatewayResponse('Default4xx', { type: apigateway.ResponseType.DEFAULT_4XX, responseHeaders: corsHeaders });
  api.addGatewayResponse('Default5xx', { type: apigateway.ResponseType.DEFAULT_5XX, responseHeaders: corsHeaders });
`

/** A static value: with several origins none of them would be right, and these answers hold nothing of the user's. */
const answeredOrigin = (origins: readonly string[]): string =>
  origins.length === 1 ? `'${origins[0]}'` : "'*'"
