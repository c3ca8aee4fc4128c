import type { Endpoint, Model } from '../model/model'
import { visibleText } from '../token/visible-text'
import { anyOf, type Denial } from './checks/check'
import { gatewayResponse } from './gateway-response'
import type { Check, CheckName, Remedy, Verdict } from './verdict'

/** The checks that were run for one request, and the denial that ended them. */
export interface CheckLog {
  readonly checks: readonly Check[]
  readonly denial?: Denial
  /** Parts of the result that no source confirms. */
  readonly unverified: readonly string[]
}

/** A check after the one that failed. */
export const notReached = (name: CheckName): Check => ({ name, outcome: 'not-reached', detail: '' })

/** The verdict of an endpoint that needs no token. */
export const withoutAuthorization = (endpoint: Endpoint): Verdict => ({
  endpoint,
  allowed: true,
  status: 200,
  code: 'NO_AUTH',
  message: 'No authorization: anyone can call this endpoint.',
  fix: '',
  remedy: {},
  checks: [{ name: 'Authorization required', outcome: 'passed', detail: 'no: the token is not read' }],
  via: [],
})

/** The verdict of a request that passed every check; `via` lists the token's scopes that the endpoint accepts. */
export function allowed(endpoint: Endpoint, log: CheckLog, via: readonly string[]): Verdict {
  const names = log.checks
    .filter(({ outcome }) => outcome === 'assumed')
    .map(({ name }) => (name === 'API key' ? name : name.toLowerCase()))
  const reason = via.length ? `Allowed by ${anyOf(via)}.` : 'Allowed: this endpoint requires no scope.'
  const assumed = names.length ? ` Assumed: ${names.join(', ')}.` : ''
  return {
    endpoint,
    allowed: true,
    status: 200,
    code: 'ALLOWED',
    message: visibleText(withRemarks(`${reason}${assumed}`, log)),
    fix: '',
    remedy: {},
    checks: log.checks.map(visibleCheck),
    via,
    ...unverifiedOf(log),
  }
}

/** The verdict of a request that a check refused. */
export function denied(
  model: Model,
  endpoint: Endpoint,
  log: CheckLog,
  { code, message, remedy: found }: Denial,
): Verdict {
  const remedy = visibleRemedy(found)
  return {
    endpoint,
    allowed: false,
    ...gatewayResponse(model.api.type, code, endpoint),
    code,
    message: visibleText(withRemarks(message, log)),
    fix: [remedy.tokenRequest, remedy.template, remedy.deployment].filter(Boolean).join(' '),
    remedy,
    checks: log.checks.map(visibleCheck),
    via: [],
    ...unverifiedOf(log),
  }
}

/** Names what no source confirms, in every place where the message is shown. */
function withRemarks(message: string, { unverified }: CheckLog): string {
  const remarks = unverified.filter(remark => !message.includes(remark))
  return remarks.length ? `${message} Unverified: ${remarks.join(' ')}` : message
}

const unverifiedOf = ({ unverified }: CheckLog): { unverified?: string } =>
  unverified.length ? { unverified: visibleText(unverified.join(' ')) } : {}

// Claims appear in details, messages and remedies: a control character in one must not reorder the text around it.
const visibleCheck = (check: Check): Check => ({ ...check, detail: visibleText(check.detail) })

const visibleRemedy = ({ tokenRequest, scope, template, deployment }: Remedy): Remedy => ({
  ...(tokenRequest !== undefined && { tokenRequest: visibleText(tokenRequest) }),
  ...(scope !== undefined && { scope }),
  ...(template !== undefined && { template: visibleText(template) }),
  ...(deployment !== undefined && { deployment: visibleText(deployment) }),
})
