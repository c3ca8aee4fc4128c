import type { Cause } from '../../deployed/cause'
import type { Term } from '../../deployed/term'

/** Why the endpoints of a definition cannot be known: it is elsewhere, or a macro creates it. */
export function bodyOpen(body: Term, location: Term): readonly Cause[] {
  if (body.kind === 'unknown' || body.kind === 'either') return [body.cause]
  if (body.kind === 'fields') return body.open
  if (location.kind === 'absent') return []
  const name = location.kind === 'text' ? (location.node?.value ?? 'the definition') : 'the definition'
  const message = 'The API definition is in a file that was not given.'
  return [{ kind: 'file', name, message, at: location.at }]
}
