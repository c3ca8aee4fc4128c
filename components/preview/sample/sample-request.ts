import type { Valid } from '@/components/session/engine'
import { authorize } from '@/lib/authorize/authorize'
import type { Verdict } from '@/lib/authorize/verdict'
import { isTriggerCalled } from '@/lib/aws/user-pool'
import { boundResourcesOf } from '@/lib/document/resources'
import { type TriggerExample, triggerExample } from '@/lib/document/trigger-example'
import type { JsonObject } from '@/lib/token/json'
import { poolOf, type SampleRequest, sampleClaims } from '@/lib/token/sample-claims'

/** What was chosen in the pane; what the spec no longer has is ignored. */
export interface SampleChoice {
  readonly client: string
  readonly use: 'access' | 'id'
  /** Scopes not asked for. */
  readonly without: ReadonlySet<string>
  /** The user and the scopes of the trigger's example. */
  readonly triggered: boolean
  /** What the access token is bound to; empty: to nothing. */
  readonly resource: string
}

export interface Sample {
  readonly request: SampleRequest
  readonly machine: boolean
  /** What the example of the trigger adds to the tokens of the client; absent without such a trigger. */
  readonly example?: TriggerExample
  /** What an access token of the client can be bound to. */
  readonly resources: readonly string[]
  /** Absent when Cognito would not issue such a token: `reason` says why. */
  readonly claims?: JsonObject
  readonly reason?: string
  readonly verdicts: readonly Verdict[]
}

/** The token that Cognito would issue for a choice, and what API Gateway would answer it. */
export function toSample({ spec, model }: Valid, choice: SampleChoice, now: number): Sample {
  const client = spec.clients.find(({ name }) => name === choice.client) ?? spec.clients[0]!
  const { userPool, region } = spec
  const machine = client.grants.includes('client_credentials')
  const pool = poolOf(userPool)
  const resources = machine || choice.use === 'id' ? [] : boundResourcesOf(spec)
  const { triggerVersion: version } = pool
  const example =
    version && isTriggerCalled(version, !machine) ? triggerExample(spec.resourceServers) : undefined
  const request: SampleRequest = {
    client,
    use: choice.use,
    scopes: client.scopes.filter(scope => !choice.without.has(scope)),
    now,
    region,
    ...pool,
    ...(resources.includes(choice.resource) && { resource: choice.resource }),
    ...(example &&
      choice.triggered && {
        ...(!machine && { groups: [example.group] }),
        addedScopes: [example.scope],
      }),
  }
  const answer = sampleClaims(request)
  const claims = answer.ok ? answer.claims : undefined
  const token = claims && {
    kind: choice.use,
    text: 'sample',
    header: { kid: '', alg: 'RS256' },
    claims,
    headerMembers: [],
    claimMembers: [],
    segments: [],
    problems: [],
  }
  return {
    request,
    machine,
    resources,
    ...(example && { example }),
    ...(claims && { claims }),
    ...(!answer.ok && { reason: answer.reason }),
    verdicts: authorize(model, token, { now, signature: 'valid' }),
  }
}

/** The last part of a verdict's line: what gave access to the endpoint, or what is missing. */
export function verdictWord({ code, via, endpoint }: Verdict): string {
  const short = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1)
  switch (code) {
    case 'ALLOWED':
      return via.length > 0
        ? via.map(short).join(', ')
        : endpoint.auth === 'id_token'
          ? 'ID token'
          : 'any token'
    case 'NO_AUTH':
      return 'public'
    case 'SCOPE_MISSING':
      return `requires ${endpoint.scopes.map(({ fullScope }) => short(fullScope)).join(' or ')}`
    case 'IAM_SIGNATURE_REQUIRED':
      return 'requires AWS signature'
    case 'ACCESS_TOKEN_NOT_ACCEPTED':
      return 'requires ID token'
    case 'ID_TOKEN_NOT_ACCEPTED':
      return 'requires access token'
    default:
      return 'no token'
  }
}
