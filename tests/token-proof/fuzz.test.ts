import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import { describe, expect, it } from 'vitest'
import type { DecodedToken } from '@/lib/token/decode'
import { extractTokens } from '@/lib/token/extract-tokens'
import { expectSame } from '../expect-same'
import { look } from './look'
import { mutated, random, seeds } from './mutations'

const PARTS = ['header', 'claims'] as const

/** By Node's decoder and JSON.parse, or by looking for the text: nothing is shown that is not there. */
function showsOnlyWhatIsThere(token: DecodedToken): void {
  for (const [i, name] of PARTS.entries()) {
    const members = name === 'header' ? token.headerMembers : token.claimMembers
    const shown = token[name]
    expectSame(sorted(members.map(member => member.name)), sorted(Object.keys(shown ?? {})))
    if (!shown) continue
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Buffer.from(token.text.split('.')[i]!, 'base64url'),
    )
    for (const member of members) {
      expectSame(written.slice(member.start, member.start + member.text.length), member.text)
      if (!member.text.includes('1e999'))
        expectSame(JSON.stringify(shown[member.name]), JSON.stringify(JSON.parse(member.text)))
    }
    const parsed = parse(written)
    if (parsed && token.problems.every(({ fatal }) => !fatal))
      expectSame(sorted(Object.keys(shown)), sorted(Object.keys(parsed)))
  }
}

const sorted = (names: readonly string[]): string => JSON.stringify([...names].sort())

function parse(text: string): object | undefined {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

describe('fuzz', () => {
  it('10,000 mutated tokens and pastes: no exception, nothing shown that is not in the token', () => {
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
          // Throws at a token that it cannot read.
          if (jwt && !unsigned) decomposeUnverifiedJwt(token.text)
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
})
