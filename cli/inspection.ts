import type { Verdict } from '../lib/authorize/verdict'
import type { Examination, ExaminedToken } from '../lib/examine'
import type { Model } from '../lib/model/model'
import { advice } from '../lib/token/advice'
import { type ExplainedClaim, explainClaims } from '../lib/token/explain-claims'
import { explainScopes } from '../lib/token/explain-scopes'
import { headline } from '../lib/token/headline'
import { jwksCommand, jwksUrl } from '../lib/token/issuer'
import { relativeTime } from '../lib/token/relative-time'
import { summarize } from '../lib/token/summarize'
import { printable } from './printable'

/** Formats what `inspect` found for people: the token, its scopes and claims, a verdict for every endpoint. */
export function inspection(examined: Examination, now: number): string {
  const { model, verdicts, called } = examined
  const lines = [
    ...tokenLines(examined, now, model.resourceServers),
    ...(called ? ['The request of this paste', ...verdictLines([called]), ''] : []),
    `Endpoints of ${model.api.name}, ${model.api.type === 'rest' ? 'REST API' : 'HTTP API'}`,
    ...verdictLines(verdicts),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

/** Formats what is known of a token when no endpoint can be judged. */
export const tokenInspection = (examined: ExaminedToken, now: number): string =>
  `${[...tokenLines(examined, now, []), 'No endpoint can be judged.'].map(printable).join('\n')}\n`

function tokenLines(
  { token, signature }: ExaminedToken,
  now: number,
  resourceServers: Model['resourceServers'],
): readonly string[] {
  if (!token) return ['No token.', '']
  const { decoded, notes } = token
  const declared = new Map(
    resourceServers.flatMap(({ scopes }) =>
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
