import { shortHash } from '../../model/ids'
import type { Model } from '../../model/model'
import { keyOf } from '../key'
import type { Resource } from '../template'
import { ref } from '../value'
import { API } from './rest-api'

/** What of the model a deployment freezes. Not the fields and not their order: those change no answer of the API. */
const deployed = ({ userPool, api, endpoints }: Model): string =>
  [
    keyOf(
      userPool.source === 'existing' ? userPool.userPoolId : userPool.id,
      api.cors?.allowOrigins,
      api.hasAuthorizer,
    ),
    ...endpoints
      .map(({ method, path, auth, scopes, function: { id } }) =>
        keyOf(
          method,
          path,
          auth,
          scopes.map(({ fullScope }) => fullScope),
          id,
        ),
      )
      .sort(),
  ].join('\n\n')

/**
 * A deployment is a snapshot that never changes, so a change of anything in it needs a new one: the hash in the logical
 * id makes CloudFormation take it.
 */
export function deployment(model: Model, after: readonly Resource[]): Resource {
  const logicalId = `Deployment${shortHash(deployed(model))}`
  const dependsOn = after.map(resource => resource.logicalId)
  return {
    logicalId,
    type: 'AWS::ApiGateway::Deployment',
    key: keyOf(logicalId, dependsOn),
    body: () => ({
      note: { field: 'endpoints' },
      dependsOn,
      dependsOnComment:
        'A snapshot of the API: what is not there yet when it is taken is not served.\n' +
        'Its name holds a hash of all it deploys, so that a change makes a new one.',
      properties: { RestApiId: ref(API) },
    }),
  }
}
