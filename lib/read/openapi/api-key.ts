import type { Cause } from '../../deployed/cause'
import { property } from '../../deployed/questions'
import { absent, type Fields, literal, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { hiddenIn } from './requirements'
import type { Schemes } from './schemes'

/** Whether an operation of a document requires an API key. */
export type ApiKeyOf = (operation: Term, at: Span) => Term

/**
 * An operation requires an API key where one of its requirements names a scheme for them, next to others or alone. The
 * requirements of the document, which all operations without their own share, are gone through once.
 */
export function apiKeysIn(document: Fields, { apiKeys }: Schemes): ApiKeyOf {
  const ofDocument = requiredBy(property(document, 'security'), apiKeys)
  return (operation, at) => {
    if (property(operation, '$ref').kind !== 'absent') return absent(at)
    const own = property(operation, 'security')
    const required = own.kind === 'absent' ? ofDocument : requiredBy(own, apiKeys)
    if (typeof required === 'object') return unknown(`API key of ${at.source.path} ${at.start}`, required, at)
    return required ? literal('true', at) : absent(at)
  }
}

/** Whether a list of requirements names such a scheme, or why that is not known. */
function requiredBy(security: Term, apiKeys: ReadonlySet<string>): boolean | Cause {
  const hidden = hiddenIn(security)
  if (hidden) return hidden
  return (
    security.kind === 'list' &&
    security.items.some(
      ({ term }) => term.kind === 'fields' && [...term.fields.keys()].some(name => apiKeys.has(name)),
    )
  )
}
