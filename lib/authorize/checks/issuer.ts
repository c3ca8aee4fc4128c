import { type CognitoIssuer, issuersOf, parseIssuer } from '../../token/issuer'
import { assumed, type Call, type CheckResult, failed, passed } from './check'

/** Compares `iss` with the pool of the authorizer, or with the trusted issuer; while the ID of a new pool is not known, with its Region. */
export function issuer(call: Call): CheckResult {
  const { iss } = call.token.claims ?? {}
  const { issuer: trusted } = call.context
  if (trusted !== undefined) return equals(iss, trusted)
  const found = parseIssuer(iss)
  if (!found) return failedForeign(call, iss)
  const userPoolId = userPoolIdOf(call)
  if (userPoolId !== undefined) {
    const { original, updated } = issuersOf(userPoolId)
    if (iss === original) return passed(`iss is ${iss}`)
    return iss === updated ? failedUpdated(call, userPoolId) : failedOtherPool(`${iss}`, userPoolId)
  }
  if (found.type === 'UPDATED') return failedUpdated(call, found.userPoolId)
  const { region } = call.model
  if (found.region !== region) return failedOtherRegion(found, region)
  return assumed(`${found.userPoolId} is in ${region} and is assumed to be the deployed user pool`)
}

/** Compares `iss` with an issuer that is not a user pool's. */
function equals(iss: unknown, trusted: string): CheckResult {
  if (iss === trusted) return passed(`iss is ${trusted}`)
  const found = typeof iss === 'string' ? iss : iss === undefined ? 'missing' : JSON.stringify(iss)
  return failed(
    `iss is ${found}; expected ${trusted}`,
    'ISSUER_MISMATCH',
    `The token comes from another issuer: iss is ${found}; this API trusts ${trusted}.`,
    { tokenRequest: `Get the token from ${trusted}.` },
  )
}

const userPoolIdOf = ({ model: { userPool }, context }: Call): string | undefined =>
  context.userPoolId ?? (userPool.source === 'existing' ? userPool.userPoolId : undefined)

function failedForeign(call: Call, iss: unknown): CheckResult {
  const found = typeof iss === 'string' ? iss : iss === undefined ? 'missing' : JSON.stringify(iss)
  const userPoolId = userPoolIdOf(call)
  const expected =
    userPoolId === undefined ? `a user pool in ${call.model.region}` : issuersOf(userPoolId).original
  return failed(
    `iss is ${found}; expected ${expected}`,
    'ISSUER_MISMATCH',
    `The token does not come from a Cognito user pool: iss is ${found}; the authorizer trusts ${expected}.`,
    {
      tokenRequest: `Get the token from ${userPoolId === undefined ? "this API's user pool" : `user pool ${userPoolId}`}.`,
    },
  )
}

const failedOtherPool = (iss: string, userPoolId: string): CheckResult => {
  const expected = issuersOf(userPoolId).original
  return failed(
    `iss is ${iss}; expected ${expected}`,
    'ISSUER_MISMATCH',
    `The token comes from another user pool: iss is ${iss}; the authorizer trusts ${expected}.`,
    {
      tokenRequest: `Get the token from user pool ${userPoolId}.`,
      deployment: "If the API was deployed with the token's pool, enter that pool's ID.",
    },
  )
}

const failedOtherRegion = ({ region, userPoolId }: CognitoIssuer, expected: string): CheckResult =>
  failed(
    `iss names the pool ${userPoolId} in ${region}; the spec deploys its pool to ${expected}`,
    'ISSUER_MISMATCH',
    `The token comes from a user pool in ${region}; this spec deploys its user pool to ${expected}.`,
    {
      tokenRequest: `Get the token from the user pool in ${expected}.`,
      template: `Or set the Region of the spec to ${region}, if the stack was deployed there.`,
      deployment: `If the authorizer uses another pool, enter the ID of that pool.`,
    },
  )

/** The right pool with its other issuer, which neither kind of authorizer accepts as this spec deploys it. */
function failedUpdated({ model }: Call, userPoolId: string): CheckResult {
  const { original, updated } = issuersOf(userPoolId)
  const detail = `iss is ${updated}, the updated issuer of ${userPoolId}`
  if (model.api.type === 'http')
    return failed(
      detail,
      'ISSUER_MISMATCH',
      `The token has the updated issuer of its user pool, ${updated}; the JWT authorizer's Issuer is ${original}. They must be equal.`,
      {
        deployment:
          "Set IssuerConfiguration of the user pool to ORIGINAL, or set the authorizer's Issuer to the token's.",
      },
    )
  return failed(
    detail,
    'ISSUER_MISMATCH',
    'The token has the updated issuer of its user pool. AWS documents that the Cognito authorizer of a REST API is not compatible with it.',
    {
      deployment:
        'Set IssuerConfiguration of the user pool to ORIGINAL, or use an HTTP API with this issuer.',
    },
    'the documentation does not say with which status a REST API rejects it; 401 is likely.',
  )
}
