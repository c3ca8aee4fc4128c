import { MAX_AUDIENCES } from '../../aws/limits'
import { specError } from '../error-code'
import { specRule } from '../spec-rule'

/** Rejects audiences of a REST API, whose Cognito authorizer does not compare any. */
export const audiencesOfHttpApi = specRule(['api'], function* ({ api: { type, additionalAudiences } }) {
  if (type === 'rest' && additionalAudiences?.length)
    yield specError(
      'AUDIENCE_NOT_COMPARED',
      'api.additionalAudiences',
      'A REST API does not compare audiences. Remove them, or use an HTTP API.',
    )
})

/** Checks the quota of audiences, which the clients share with the additional ones. */
export const audienceCount = specRule(
  ['api', 'clients'],
  function* ({ api: { type, additionalAudiences = [] }, clients = [] }) {
    const count = additionalAudiences.length
    const all = count + clients.length
    // Too many clients alone are an error of their own.
    if (type !== 'http' || count === 0 || all <= MAX_AUDIENCES || all - count > MAX_AUDIENCES) return
    yield specError(
      'TOO_MANY',
      'api.additionalAudiences',
      `With ${all - count} clients there are ${all} audiences, and a JWT authorizer allows ${MAX_AUDIENCES}. Remove ${all - MAX_AUDIENCES}.`,
    )
  },
)
