import type { Endpoint, Model } from '../model/model'
import type { DecodedToken } from '../token/decode'
import { refusal } from './answer'
import type { Circumstances } from './circumstances'
import { audience } from './steps/audience'
import { form } from './steps/form'
import { issuer } from './steps/issuer'
import { type ScopesAtHand, scope, scopesAtHand } from './steps/scope'
import { signature } from './steps/signature'
import { anyOf, type Call, failed, passed, type StepResult } from './steps/step'
import { time } from './steps/time'
import { tokenType } from './steps/token-type'
import type { Check, CheckName, Verdict } from './verdict'

interface Step {
  readonly name: CheckName
  readonly run: (call: Call) => StepResult
}

interface Trail {
  readonly checks: readonly Check[]
  readonly refused?: StepResult
  readonly unverified: readonly string[]
}

const PRESENT: Step = { name: 'Token present', run: () => passed('in the Authorization header') }
const FORM: Step = { name: 'Well formed', run: form }
const ISSUER: Step = { name: 'Issuer', run: issuer }
const SIGNATURE: Step = { name: 'Signature', run: signature }
const AUDIENCE: Step = { name: 'Audience', run: audience }
const TIME: Step = { name: 'Time', run: time }

/** What the authorizer asks of the token alone, in its order; the same for every endpoint. */
const TOKEN_STEPS = {
  rest: [PRESENT, FORM, ISSUER, SIGNATURE, TIME],
  http: [PRESENT, FORM, ISSUER, SIGNATURE, AUDIENCE, TIME],
} as const satisfies Record<Model['api']['type'], readonly Step[]>

/**
 * What API Gateway would answer every endpoint of the spec, called with this token or none. The order of the steps is
 * AWS's for an HTTP API; for a REST API no source gives one, and it matters only to a token with two faults.
 */
export function authorize(
  model: Model,
  token: DecodedToken | undefined,
  circumstances: Circumstances,
): readonly Verdict[] {
  const call = token && token.text !== '' ? { model, token, circumstances } : undefined
  const trail = call ? walk(call, TOKEN_STEPS[model.api.type]) : undefined
  const hand = call && scopesAtHand(call)
  return model.endpoints.map(endpoint => {
    if (endpoint.auth === 'none') return open(endpoint)
    if (!call || !trail || !hand) return withoutToken(model, endpoint)
    return judge(call, trail, endpoint, hand)
  })
}

function walk(call: Call, steps: readonly Step[]): Trail {
  const checks: Check[] = []
  const unverified: string[] = []
  let refused: StepResult | undefined
  for (const { name, run } of steps) {
    if (refused) {
      checks.push(notReached(name))
      continue
    }
    const result = run(call)
    checks.push({ name, outcome: result.outcome, detail: result.detail })
    if (result.unverified) unverified.push(result.unverified)
    if (result.refusal) refused = result
  }
  return { checks, unverified, ...(refused && { refused }) }
}

const notReached = (name: CheckName): Check => ({ name, outcome: 'not-reached', detail: '' })

function judge(call: Call, trail: Trail, endpoint: Endpoint, hand: ScopesAtHand): Verdict {
  const steps: Step[] = []
  if (call.model.api.type === 'rest') steps.push({ name: 'Token type', run: () => tokenType(call, endpoint) })
  if (endpoint.auth === 'access_token') steps.push({ name: 'Scope', run: () => scope(call, endpoint, hand) })
  const own: Trail = trail.refused
    ? { checks: steps.map(({ name }) => notReached(name)), unverified: [] }
    : walk(call, steps)
  const whole: Trail = {
    checks: [...trail.checks, ...own.checks],
    unverified: [...trail.unverified, ...own.unverified],
  }
  const refused = trail.refused ?? own.refused
  return refused ? deny(call.model, endpoint, whole, refused) : allow(endpoint, whole, hand)
}

function allow(endpoint: Endpoint, trail: Trail, hand: ScopesAtHand): Verdict {
  const via = endpoint.scopes.map(use => use.fullScope).filter(fullScope => hand.scopes.has(fullScope))
  const granted = trail.checks.filter(check => check.outcome === 'taken-for-granted')
  const taken = granted.length
    ? ` Taken as right: ${granted.map(({ name }) => name.toLowerCase()).join(', ')}.`
    : ''
  return {
    endpoint,
    allowed: true,
    status: 200,
    code: 'ALLOWED',
    message: wording(
      `${via.length ? `Let in by ${anyOf(via)}.` : 'Let in: this endpoint asks for no scope.'}${taken}`,
      trail,
    ),
    fix: '',
    remedy: {},
    checks: trail.checks,
    via,
    ...unverifiedOf(trail),
  }
}

function deny(model: Model, endpoint: Endpoint, trail: Trail, { refusal: why }: StepResult): Verdict {
  const { code, message, remedy } = why!
  return {
    endpoint,
    allowed: false,
    ...refusal(model.api.type, code, endpoint),
    code,
    message: wording(message, trail),
    fix: [remedy.tokenRequest, remedy.template, remedy.deployment].filter(Boolean).join(' '),
    remedy,
    checks: trail.checks,
    via: [],
    ...unverifiedOf(trail),
  }
}

/** What no source confirms is worded so wherever the message goes. */
function wording(message: string, { unverified }: Trail): string {
  const remarks = unverified.filter(remark => !message.includes(remark))
  return remarks.length ? `${message} Unverified: ${remarks.join(' ')}` : message
}

const unverifiedOf = ({ unverified }: Trail): { unverified?: string } =>
  unverified.length ? { unverified: unverified.join(' ') } : {}

const open = (endpoint: Endpoint): Verdict => ({
  endpoint,
  allowed: true,
  status: 200,
  code: 'NO_AUTH',
  message: 'No authorization asked: anyone may call it.',
  fix: '',
  remedy: {},
  checks: [{ name: 'Authorization asked', outcome: 'passed', detail: 'none: the token is not looked at' }],
  via: [],
})

function withoutToken(model: Model, endpoint: Endpoint): Verdict {
  const steps: CheckName[] = TOKEN_STEPS[model.api.type].slice(1).map(({ name }) => name)
  if (model.api.type === 'rest') steps.push('Token type')
  if (endpoint.auth === 'access_token') steps.push('Scope')
  const wanted =
    endpoint.auth === 'access_token'
      ? `an access token with ${anyOf(endpoint.scopes.map(use => use.fullScope))}`
      : model.api.type === 'rest'
        ? 'an ID token'
        : 'a token of one of the clients'
  const missing = failed('no Authorization header, or an empty one', 'TOKEN_MISSING', 'There is no token.', {
    tokenRequest: `Send ${wanted}: Authorization: Bearer <token>.`,
  })
  const first: Check = { name: 'Token present', outcome: missing.outcome, detail: missing.detail }
  return deny(model, endpoint, { checks: [first, ...steps.map(notReached)], unverified: [] }, missing)
}
