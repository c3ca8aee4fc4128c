import { child } from '../../document/field-path'
import type { Model } from '../../model/model'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { boundAudiences } from '../../template/http/http-api'
import { staged } from '../../template/stage'
import { issuer } from '../../template/user-pool'
import { annotate, fromField, type Mapping, ref } from '../../template/value'
import { httpCors, restCors } from './cors'
import { variable } from './lines'
import { role } from './role'

/** The key under `authorizers:` that routes refer to; the name in the account carries the stage. */
export const JWT_AUTHORIZER = 'cognito'

/** Every Region that osls 4.3.1 supports: its check rejects any other as `provider.region`. */
const KNOWN_REGIONS =
  /^(af-south-1|ap-(east-[12]|northeast-[123]|south-[12]|southeast-[1-7])|ca-(central|west)-1|eu-(central-[12]|north-1|south-[12]|west-[123])|il-central-1|me-(central|south)-1|mx-central-1|sa-east-1|us-(east|west)-[12]|us-gov-(east|west)-1|us-iso-(east|west)-1|us-isob-east-1)$/

/** The lines above `provider`. */
export const preamble = ({ service, region }: Model): Mapping => ({
  service: fromField('service', service),
  frameworkVersion: annotate('3 || 4', { quoted: true }),
  configValidationMode: KNOWN_REGIONS.test(region)
    ? undefined
    : annotate('warn', { field: 'region', comment: `The framework does not support ${region} yet` }),
})

/** What is used more than once, or given at deploy time. */
export const custom = ({ userPool, api }: Model): Mapping => ({
  userPoolId:
    userPool.source === 'existing'
      ? annotate(variable('env:USER_POOL_ID', userPool.userPoolId), {
          field: child(userPool.field, 'userPoolId'),
          comment: 'To use another pool, set USER_POOL_ID when you deploy',
        })
      : undefined,
  cors: api.type === 'rest' && api.cors ? fromField(api.cors.field, restCors(api.cors)) : undefined,
})

/** Where everything runs, and the API itself. */
export const provider = (model: Model): Mapping => ({
  name: 'aws',
  runtime: FUNCTION_RUNTIME,
  timeout: FUNCTION_TIMEOUT,
  stage: fromField('stage', variable('opt:stage', model.stage)),
  region: fromField('region', variable('opt:region', model.region)),
  versionFunctions: annotate(false, {
    comment: 'With true, every deployment would keep another version of each function',
  }),
  iam: { role: role(model) },
  ...(model.api.type === 'rest' ? restApi(model) : { httpApi: httpApi(model) }),
})

const restApi = ({ api }: Model): Mapping => ({
  apiName: staged(child(api.field, 'name'), api.name),
  endpointType: fromField(child(api.field, 'type'), 'REGIONAL'),
})

const httpApi = (model: Model): Mapping => ({
  name: staged(child(model.api.field, 'name'), model.api.name),
  cors: model.api.cors && fromField(model.api.cors.field, httpCors(model.api.cors, model.endpoints)),
  authorizers: model.api.hasAuthorizer ? { [JWT_AUTHORIZER]: jwtAuthorizer(model) } : undefined,
})

const jwtAuthorizer = ({ api, userPool, clients }: Model): Mapping => ({
  name: staged('stage', JWT_AUTHORIZER),
  type: 'jwt',
  identitySource: '$request.header.Authorization',
  issuerUrl: fromField(userPool.field, issuer(userPool)),
  audience: annotate(
    [
      ...clients.map(client => fromField(client.field, ref(client.id))),
      ...boundAudiences(api.additionalAudiences),
    ],
    {
      field: 'clients',
      comment: 'The client_id of access tokens or aud of ID tokens. Clients that are not listed get 401.',
    },
  ),
})

/** What stays out of the functions' archive; development dependencies do without being named. */
export const packaging: Mapping = {
  patterns: ['README.md', 'wizard.json', 'package-lock.json', 'node_modules/.package-lock.json'].map(
    file => `!${file}`,
  ),
}
