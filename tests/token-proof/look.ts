import { authorize } from '@/lib/authorize/authorize'
import { example } from '@/lib/document/example'
import { toModel } from '@/lib/model/to-model'
import { advice } from '@/lib/token/advice'
import { type DecodedToken, decode } from '@/lib/token/decode'
import { explainClaims } from '@/lib/token/explain-claims'
import { explainScopes } from '@/lib/token/explain-scopes'
import { extractTokens } from '@/lib/token/extract-tokens'
import { headline } from '@/lib/token/headline'
import { summarize } from '@/lib/token/summarize'
import { expectSame } from '../expect-same'

const model = toModel(example)

/** Everything the page and the command line make of a paste. */
export function look(paste: string): readonly DecodedToken[] {
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
    expectSame(stood.replaceAll('+', ''), token.replace(/[\s"'\\+>|]/g, ''))
  }
  return tokens
}
