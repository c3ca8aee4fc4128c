import type { Model } from '../../model/model'
import { authorizer } from '../../template/rest/authorizer'
import { gatewayResponses } from '../../template/rest/gateway-response'
import { stage } from '../../template/stage'
import type { Output, Resource } from '../../template/template'
import { annotate, getAtt, type Mapping, pseudo, ref, sub } from '../../template/value'
import { methodLogicalId } from './names'
import { roleExtension } from './role'

/** The framework's own logical ids. */
const REST_API = 'ApiGatewayRestApi'
const HTTP_API = 'HttpApi'

/** What the framework has no word for: the REST API's error responses, and its authorizer, which it would misread. */
export const restResources = ({ userPool, api }: Model): readonly Resource[] =>
  api.type === 'http'
    ? []
    : [...(api.hasAuthorizer ? [authorizer(userPool, REST_API)] : []), ...gatewayResponses(api, REST_API)]

/** Changes to what the framework makes. */
export const extensions = (model: Model): Mapping => ({
  ...roleExtension(model),
  ...deploymentExtension(model),
})

function deploymentExtension({ api, endpoints: [first] }: Model): Mapping {
  const responses = gatewayResponses(api, REST_API)
  if (api.type === 'http' || responses.length === 0 || !first) return {}
  return {
    [methodLogicalId(first)]: {
      DependsOn: annotate(
        responses.map(({ logicalId }) => logicalId),
        {
          field: 'api.cors',
          comment:
            'The deployment waits for every method, but not for the gateway responses. One method that\n' +
            'depends on them makes the deployment wait for them too.',
        },
      ),
    },
  }
}

/** Where the API is called. */
export const apiUrl = ({ api }: Model): Output => ({
  name: 'ApiUrl',
  description: 'Base URL of the API',
  value:
    api.type === 'rest'
      ? sub`https://${ref(REST_API)}.execute-api.${pseudo('Region')}.${pseudo('URLSuffix')}/${stage}`
      : getAtt(HTTP_API, 'ApiEndpoint'),
  note: { field: 'api' },
})
