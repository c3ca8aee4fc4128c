import { property } from '../../deployed/questions'
import { absent, type Fields, literal, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import type { Schemes } from './schemes'
import { hiddenIn, requirementsOf } from './security'

/** The scheme that SAM defines where an API requires keys. */
export const KEY_OF_SAM = 'api_key'

/** Whether an operation requires an API key: one of its requirements names a scheme for them, next to others or alone. */
export function apiKeyOf(operation: Term, document: Fields, { apiKeys }: Schemes, at: Span): Term {
  if (property(operation, '$ref').kind !== 'absent') return absent(at)
  const security = requirementsOf(operation, document)
  const isNamed =
    security.kind === 'list' &&
    security.items.some(
      ({ term }) =>
        term.kind === 'fields' &&
        [...term.fields.keys()].some(name => apiKeys.has(name) || name === KEY_OF_SAM),
    )
  const hidden = hiddenIn(security)
  if (hidden) return unknown(`API key of ${at.source.path} ${at.start}`, hidden, at)
  return isNamed ? literal('true', at) : absent(at)
}
