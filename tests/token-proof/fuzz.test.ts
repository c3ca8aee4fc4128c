import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import { describe, expect, it } from 'vitest'
import { authorize } from '@/lib/authorize/authorize'
import { example } from '@/lib/document/example'
import { toModel } from '@/lib/model/to-model'
import { advice, headline } from '@/lib/token/advice'
import { type DecodedToken, decode } from '@/lib/token/decode'
import { explainClaims } from '@/lib/token/explain-claims'
import { explainScopes } from '@/lib/token/explain-scopes'
import { extractTokens } from '@/lib/token/extract-tokens'
import { summarize } from '@/lib/token/summarize'
import { mutated, random, seeds } from './mutations'

const model = toModel(example)
const PARTS = ['header', 'claims'] as const

/** Everything the page and the command line make of a paste. */
function look(paste: string): readonly DecodedToken[] {
  const found = extractTokens(paste)
  const whole = decode(paste)
  const tokens = [...found.map(({ token }) => decode(token)), whole]
  for (const token of tokens) {
    explainClaims(token)
    headline(token)
    advice(token)
    explainScopes(summarize(token), new Map())
    authorize(model, token, { now: 1_759_345_800, signature: 'not-checked' })
    JSON.stringify(token)
  }
  for (const { token, start, end } of found) {
    const stood = paste.slice(start, end).replace(/[\s"'\\+>|]/g, '')
    expect(stood.replaceAll('+', '')).toBe(token.replace(/[\s"'\\+>|]/g, ''))
  }
  return tokens
}

/** By Node's decoder and JSON.parse, or by looking for the text: nothing is shown that is not there. */
function showsOnlyWhatIsThere(token: DecodedToken): void {
  for (const [i, name] of PARTS.entries()) {
    const members = name === 'header' ? token.headerMembers : token.claimMembers
    const shown = token[name]
    expect(members.map(member => member.name).sort()).toEqual(Object.keys(shown ?? {}).sort())
    if (!shown) continue
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Buffer.from(token.text.split('.')[i]!, 'base64url'),
    )
    for (const member of members) {
      expect(written.slice(member.start, member.start + member.text.length)).toBe(member.text)
      if (!member.text.includes('1e999'))
        expect(JSON.stringify(shown[member.name])).toBe(JSON.stringify(JSON.parse(member.text)))
    }
    const parsed = parse(written)
    if (parsed && token.problems.every(({ fatal }) => !fatal))
      expect(Object.keys(shown).sort()).toEqual(Object.keys(parsed).sort())
  }
}

function parse(text: string): object | undefined {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

describe('fuzz', () => {
  it('10,000 mutated tokens and pastes: no exception, nothing shown that is not in the token', {
    timeout: 300_000,
  }, () => {
    const pick = random(4)
    const kinds = new Map<string, number>()
    for (let i = 0; i < 10_000; i++) {
      const paste = mutated(pick)
      try {
        for (const token of look(paste)) {
          kinds.set(token.kind, (kinds.get(token.kind) ?? 0) + 1)
          showsOnlyWhatIsThere(token)
          const unsigned = token.text.endsWith('.')
          const jwt = token.kind === 'access' || token.kind === 'id' || token.kind === 'unknown'
          if (jwt && !unsigned) expect(() => decomposeUnverifiedJwt(token.text)).not.toThrow()
        }
      } catch (error) {
        throw new Error(`paste ${i}: ${JSON.stringify(paste)}`, { cause: error })
      }
    }
    for (const kind of ['access', 'id', 'refresh', 'unknown', 'malformed'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(100)
  })

  it('finds the unharmed seeds', () => {
    for (const seed of seeds) expect(extractTokens(`x ${seed} y`).map(({ token }) => token)).toEqual([seed])
  })

  // What would be quadratic, or exhaust the stack, takes minutes at this size: the limit of the test is the bound.
  const MIB = 1 << 20
  const units = [
    ...[
      'a',
      '.',
      ' ',
      '\n',
      '"',
      '\\',
      '{',
      'eyJ',
      'eyJ ',
      'eyJ.',
      'eyJ. ',
      'eyJ\n',
      'eyJ.a.b ',
      'Bearer ',
      'access_token=',
    ],
    ...[
      'access_token ',
      'access_token": "',
      'eyJ xxxxxxxxxxxxxxxx ',
      'ey.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.\n',
      '漢',
      '\u0000',
    ],
    `eyJ${' xxxxxxxxxxxxxxxxx'.repeat(1500)}`,
    `${seeds[0]} `,
  ]
  it.each(units)('1 MiB of %j', { timeout: 30_000 }, unit => {
    look(unit.repeat(Math.ceil(MIB / unit.length)).slice(0, MIB))
  })

  it.each([
    [
      'random characters',
      () => {
        const pick = random(7)
        return Array.from({ length: MIB }, () => String.fromCharCode(32 + pick(95))).join('')
      },
    ],
    [
      'a token with claims of 1 MiB',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () => `.${Buffer.from(JSON.stringify({ a: 'x'.repeat(MIB) })).toString('base64url')}.`,
        ),
    ],
    [
      'a token with 100,000 claims of one name',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () => `.${Buffer.from(`{${'"a":1,'.repeat(100_000)}"b":2}`).toString('base64url')}.`,
        ),
    ],
    [
      'a token nested 500,000 deep',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () => `.${Buffer.from(`{"a":${'['.repeat(500_000)}`).toString('base64url')}.`,
        ),
    ],
    [
      'a token with 200,000 scopes',
      () =>
        seeds[0]!.replace(
          /\.(.*)\./,
          () =>
            `.${Buffer.from(JSON.stringify({ token_use: 'access', scope: 'a/b '.repeat(200_000) })).toString('base64url')}.`,
        ),
    ],
  ])('%s', { timeout: 30_000 }, (_name, make) => {
    look(make())
  })
})
