import type { Verdict } from '../lib/authorize/verdict'
import type { Examination } from '../lib/examine'
import type { Model } from '../lib/model/model'
import { advice, headline } from '../lib/token/advice'
import { type ExplainedClaim, explain } from '../lib/token/claims'
import type { DecodedToken } from '../lib/token/decode'
import { jwksCommand, jwksUrl } from '../lib/token/issuer'
import { profile } from '../lib/token/profile'
import { relativeTime } from '../lib/token/relative-time'
import { explainScopes } from '../lib/token/scopes'
import type { Verified } from '../lib/token/verify'
import { printable } from './printable'

/** What `inspect` found, for people: the token, its scopes and claims, a verdict for every endpoint. */
export function inspection({ model, token, signature, verdicts }: Examination, now: number): string {
  const lines = [
    ...(token ? tokenLines(model, token, signature, now) : ['No token.', '']),
    ...verdictLines(model, verdicts),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

function tokenLines(model: Model, token: DecodedToken, signature: Verified, now: number): readonly string[] {
  const declared = new Map(
    model.resourceServers.flatMap(({ scopes }) =>
      scopes.map(scope => [scope.fullScope, scope.description] as const),
    ),
  )
  const scopes = explainScopes(profile(token), declared)
  const keysUrl = signature.state === 'not-checked' ? jwksUrl(token.claims?.iss) : undefined
  return [
    headline(token),
    ...token.problems.map(({ message }) => `  ${message}`),
    ...advice(token).flatMap(({ title, text }) => [`  ${title}. ${text}`]),
    `Signature ${signature.state}. ${signature.reason}`,
    ...(keysUrl ? [`  Its keys: ${jwksCommand(keysUrl)}`] : []),
    ...section(
      'Scopes',
      scopes.map(({ fullScope, meaning }) => [fullScope, meaning]),
    ),
    ...section(
      'Header and claims',
      explain(token).map(claim => [claim.name, claimText(claim, now)]),
    ),
    '',
  ]
}

function claimText({ value, known, time }: ExplainedClaim, now: number): string {
  const date = time === undefined ? '' : ` (${isoTime(time)}, ${relativeTime(time, now)})`
  return `${value}${date}${known ? `  ${known.meaning}` : ''}`
}

function isoTime(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString().replace('.000Z', 'Z')
}

function section(title: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(32, Math.max(0, ...rows.map(([name]) => name.length)))
  return rows.length ? ['', title, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)] : []
}

function verdictLines(model: Model, verdicts: readonly Verdict[]): readonly string[] {
  const width = Math.max(
    0,
    ...verdicts.map(({ endpoint }) => endpoint.method.length + endpoint.path.length + 1),
  )
  return [
    `Endpoints of ${model.api.name}, ${model.api.type === 'rest' ? 'REST API' : 'HTTP API'}`,
    ...verdicts.flatMap(({ endpoint, status, code, message, fix }) => [
      `  ${status}  ${`${endpoint.method} ${endpoint.path}`.padEnd(width)}  ${code}`,
      `       ${message}`,
      ...(fix ? [`       Fix: ${fix}`] : []),
    ]),
  ]
}
