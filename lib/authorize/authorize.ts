import type { Endpoint, Model } from '../model/model'
import type { DecodedToken } from '../token/decode'
import { audience } from './checks/audience'
import { anyOf, assumed, type Call, type CheckResult, failed, passed } from './checks/check'
import { issuer } from './checks/issuer'
import { scope } from './checks/scope'
import { signature } from './checks/signature'
import { time } from './checks/time'
import { type TokenScopes, tokenScopes } from './checks/token-scopes'
import { tokenType } from './checks/token-type'
import { wellFormed } from './checks/well-formed'
import { allowed, type CheckLog, denied, notReached, withoutAuthorization } from './make-verdict'
import { signatureRequired } from './signature-required'
import type { Check, CheckName, Verdict } from './verdict'
import type { VerificationContext } from './verification-context'

interface NamedCheck {
  readonly name: CheckName
  readonly run: (call: Call) => CheckResult
}

const PRESENT: NamedCheck = { name: 'Token present', run: () => passed('in the Authorization header') }
const WELL_FORMED: NamedCheck = { name: 'Well-formed', run: wellFormed }
const ISSUER: NamedCheck = { name: 'Issuer', run: issuer }
const SIGNATURE: NamedCheck = { name: 'Signature', run: signature }
const AUDIENCE: NamedCheck = { name: 'Audience', run: audience }
/** No token says what else a request sends. */
const API_KEY: NamedCheck = {
  name: 'API key',
  run: () => assumed('a valid one is sent in x-api-key, if this endpoint requires it'),
}
const TIME: NamedCheck = { name: 'Time', run: time }

/** The checks that depend on the token alone, in the order of the authorizer; the same for every endpoint. */
const TOKEN_CHECKS = {
  rest: [PRESENT, WELL_FORMED, ISSUER, SIGNATURE, TIME],
  http: [PRESENT, WELL_FORMED, ISSUER, SIGNATURE, AUDIENCE, TIME],
} as const satisfies Record<Model['api']['type'], readonly NamedCheck[]>

/**
 * Returns what API Gateway responds at every endpoint of the spec to a request with this token, or with none. AWS
 * documents the order of the checks for an HTTP API; for a REST API it does not, and the order matters only for a token
 * with two faults.
 */
export function authorize(
  model: Model,
  token: DecodedToken | undefined,
  context: VerificationContext,
): readonly Verdict[] {
  const call = token && token.text !== '' ? { model, token, context } : undefined
  const log = call && runChecks(call, TOKEN_CHECKS[model.api.type])
  const scopes = call && tokenScopes(call)
  return model.endpoints.map((endpoint, i) => {
    if (endpoint.auth === 'none') return withoutAuthorization(endpoint)
    if (endpoint.auth === 'iam') return signatureRequired(model, endpoint, call !== undefined)
    if (!call || !log || !scopes) return withoutToken(model, endpoint)
    return verdictFor(call, log, endpoint, scopes, context.apiKeys?.includes(i))
  })
}

function runChecks(call: Call, named: readonly NamedCheck[]): CheckLog {
  const checks: Check[] = []
  const unverified: string[] = []
  let refused: CheckResult | undefined
  for (const { name, run } of named) {
    if (refused) {
      checks.push(notReached(name))
      continue
    }
    const result = run(call)
    checks.push({ name, outcome: result.outcome, detail: result.detail })
    if (result.unverified) unverified.push(result.unverified)
    if (result.denial) refused = result
  }
  return { checks, unverified, ...(refused?.denial && { denial: refused.denial }) }
}

function verdictFor(
  call: Call,
  log: CheckLog,
  endpoint: Endpoint,
  scopes: TokenScopes,
  needsApiKey = false,
): Verdict {
  const named: NamedCheck[] = []
  if (call.model.api.type === 'rest') named.push({ name: 'Token type', run: () => tokenType(call, endpoint) })
  if (endpoint.auth === 'access_token')
    named.push({ name: 'Scope', run: () => scope(call, endpoint, scopes) })
  if (needsApiKey) named.push(API_KEY)
  const own: CheckLog = log.denial
    ? { checks: named.map(({ name }) => notReached(name)), unverified: [] }
    : runChecks(call, named)
  const whole: CheckLog = {
    checks: [...log.checks, ...own.checks],
    unverified: [...log.unverified, ...own.unverified],
  }
  const denial = log.denial ?? own.denial
  if (denial) return denied(call.model, endpoint, whole, denial)
  return allowed(
    endpoint,
    whole,
    endpoint.scopes.map(use => use.fullScope).filter(fullScope => scopes.all.has(fullScope)),
  )
}

function withoutToken(model: Model, endpoint: Endpoint): Verdict {
  const names: CheckName[] = TOKEN_CHECKS[model.api.type].slice(1).map(({ name }) => name)
  if (model.api.type === 'rest') names.push('Token type')
  if (endpoint.auth === 'access_token') names.push('Scope')
  const required =
    endpoint.auth === 'access_token'
      ? `an access token with ${anyOf(endpoint.scopes.map(use => use.fullScope))}`
      : model.api.type === 'rest'
        ? 'an ID token'
        : 'a token of one of the clients'
  const { outcome, detail, denial } = failed(
    'the Authorization header is missing or empty',
    'TOKEN_MISSING',
    'The request has no token.',
    { tokenRequest: `Send ${required}: Authorization: Bearer <token>.` },
  )
  const first: Check = { name: 'Token present', outcome, detail }
  return denied(model, endpoint, { checks: [first, ...names.map(notReached)], unverified: [] }, denial)
}
