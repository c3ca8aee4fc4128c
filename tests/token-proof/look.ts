import { expect } from 'vitest'
import { authorize } from '@/lib/authorize/authorize'
import { example } from '@/lib/document/example'
import { toModel } from '@/lib/model/to-model'
import { advice, headline } from '@/lib/token/advice'
import { explain } from '@/lib/token/claims'
import { type DecodedToken, decode } from '@/lib/token/decode'
import { findTokens } from '@/lib/token/find'
import { profile } from '@/lib/token/profile'
import { explainScopes } from '@/lib/token/scopes'

const model = toModel(example)

/** Everything the page and the command line make of a paste. */
export function look(paste: string): readonly DecodedToken[] {
  const found = findTokens(paste)
  const whole = decode(paste)
  const tokens = [...found.map(({ token }) => decode(token)), whole]
  for (const token of tokens) {
    explain(token)
    headline(token)
    advice(token)
    explainScopes(profile(token), new Map())
    authorize(model, token, { now: 1_759_345_800, signature: 'not-checked' })
    JSON.stringify(token)
  }
  for (const { token, start, end } of found) {
    const stood = paste.slice(start, end).replace(/[\s"'\\+>|]/g, '')
    expect(stood.replaceAll('+', '')).toBe(token.replace(/[\s"'\\+>|]/g, ''))
  }
  return tokens
}
