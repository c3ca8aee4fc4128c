import { issuersOf, parseIssuer } from '../../token/issuer'
import type { JsonValue } from '../../token/json'
import { type Call, failed, passed, type StepResult, takenForGranted } from './step'

const UPDATED_ON_REST =
  'AWS says that the issuer-cognito-idp issuer is not compatible with the Cognito authorizer of a REST API; the answer that comes of it is not documented.'

/** From the authorizer's user pool? Only compared when its id is known. */
export function issuer(call: Call): StepResult {
  const { model, token, circumstances } = call
  const { iss } = token.claims ?? {}
  if (circumstances.issuer !== undefined) return exactly(iss, circumstances.issuer)
  const recognised = parseIssuer(iss)
  const updated = recognised?.type === 'UPDATED'
  const userPoolId =
    circumstances.userPoolId ?? (model.userPool.source === 'existing' ? model.userPool.userPoolId : undefined)
  if (userPoolId === undefined) {
    const found = recognised?.userPoolId ?? (typeof iss === 'string' ? iss : 'a token without iss')
    return takenForGranted(
      `${found}, taken as the deployed user pool`,
      updated && model.api.type === 'rest' ? UPDATED_ON_REST : undefined,
    )
  }
  const expected = issuersOf(userPoolId)
  if (iss === expected.original) return passed(`iss is ${iss}`)
  if (iss === expected.updated) return failedUpdated(call, userPoolId, expected.original)
  const found = typeof iss === 'string' ? iss : 'missing'
  return failed(
    `iss is ${found}, wanted ${expected.original}`,
    'ISSUER_MISMATCH',
    `The token comes from another issuer: iss is ${found}, and the authorizer trusts ${expected.original}.`,
    {
      tokenRequest: `Get the token from user pool ${userPoolId}.`,
      deployment: 'If the API was deployed with another pool, give that pool id here.',
    },
  )
}

/** Is it this issuer? What is trusted is named exactly, so no form of Cognito's is looked for. */
function exactly(iss: JsonValue | undefined, trusted: string): StepResult {
  if (iss === trusted) return passed(`iss is ${trusted}`)
  const found = typeof iss === 'string' ? iss : 'missing'
  return failed(
    `iss is ${found}, expected ${trusted}`,
    'ISSUER_MISMATCH',
    `The token comes from another issuer: iss is ${found}, and this API trusts ${trusted}.`,
    { tokenRequest: `Get the token from ${trusted}.` },
  )
}

/** The right pool by its other issuer: neither authorizer of the outputs takes it, each for a reason of its own. */
function failedUpdated({ model }: Call, userPoolId: string, original: string): StepResult {
  const detail = `iss is the updated issuer of ${userPoolId}`
  if (model.api.type === 'http')
    return failed(
      detail,
      'ISSUER_MISMATCH',
      `The token comes from the right user pool by its updated issuer, and the JWT authorizer's Issuer is ${original}: they must be equal.`,
      {
        deployment:
          "Set IssuerConfiguration of the user pool to ORIGINAL, or the authorizer's Issuer to the one in the token.",
      },
    )
  return failed(
    detail,
    'ISSUER_MISMATCH',
    `The token comes from the right user pool by its updated issuer, which a REST API's Cognito authorizer does not take (unverified which status it answers).`,
    {
      deployment:
        'Set IssuerConfiguration of the user pool to ORIGINAL, or use an HTTP API with this issuer.',
    },
    UPDATED_ON_REST,
  )
}
