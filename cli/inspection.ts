import type { Verdict } from '../lib/authorize/verdict'
import type { Examination } from '../lib/examine'
import type { Model } from '../lib/model/model'
import { advice } from '../lib/token/advice'
import { type ExplainedClaim, explainClaims } from '../lib/token/explain-claims'
import { explainScopes } from '../lib/token/explain-scopes'
import { headline } from '../lib/token/headline'
import { jwksCommand, jwksUrl } from '../lib/token/issuer'
import type { PastedToken } from '../lib/token/read-paste'
import { relativeTime } from '../lib/token/relative-time'
import type { Verified } from '../lib/token/signature-state'
import { summarize } from '../lib/token/summarize'
import { printable } from './printable'

/** Formats what `inspect` found for people: the token, its scopes and claims, a verdict for every endpoint. */
export function inspection({ model, token, signature, verdicts, called }: Examination, now: number): string {
  const lines = [
    ...(token ? tokenLines(model, token, signature, now) : ['No token.', '']),
    ...(called ? ['The request of this paste', ...verdictLines([called]), ''] : []),
    `Endpoints of ${model.api.name}, ${model.api.type === 'rest' ? 'REST API' : 'HTTP API'}`,
    ...verdictLines(verdicts),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

function tokenLines(
  model: Model,
  { decoded, notes }: PastedToken,
  signature: Verified,
  now: number,
): readonly string[] {
  const declared = new Map(
    model.resourceServers.flatMap(({ scopes }) =>
      scopes.map(scope => [scope.fullScope, scope.description] as const),
    ),
  )
  const scopes = explainScopes(summarize(decoded), declared)
  const keysUrl = signature.state === 'not-checked' ? jwksUrl(decoded.claims?.iss) : undefined
  return [
    headline(decoded),
    ...notes.map(({ message }) => `  ${message}`),
    ...decoded.problems.map(({ message }) => `  ${message}`),
    ...advice(decoded, now).flatMap(({ title, text }) => [`  ${title}. ${text}`]),
    `Signature ${signature.state}. ${signature.reason}${keysUrl ? ' Give one with --jwks.' : ''}`,
    ...(keysUrl ? [`  The key set of this pool: ${jwksCommand(keysUrl)}`] : []),
    ...section(
      'Scopes',
      scopes.map(({ fullScope, meaning }) => [fullScope, meaning]),
    ),
    ...section(
      'Header and claims',
      explainClaims(decoded).map(claim => [claim.name, claimText(claim, now)]),
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
  return Number.isNaN(date.getTime()) ? 'not a date' : date.toISOString().replace('.000Z', 'Z')
}

function section(title: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(32, Math.max(0, ...rows.map(([name]) => name.length)))
  return rows.length ? ['', title, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)] : []
}

function verdictLines(verdicts: readonly Verdict[]): readonly string[] {
  const width = Math.max(
    0,
    ...verdicts.map(({ endpoint }) => endpoint.method.length + endpoint.path.length + 1),
  )
  return verdicts.flatMap(({ endpoint, status, code, message, fix }) => [
    `  ${status}  ${`${endpoint.method} ${endpoint.path}`.padEnd(width)}  ${code}`,
    `       ${message}`,
    ...(fix ? [`       Fix: ${fix}`] : []),
  ])
}
