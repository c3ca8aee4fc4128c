import { type Cause, fileNotGiven } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { asText } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import { documentScope } from '../openapi/document-scope'
import { evaluate } from '../template/evaluate'
import type { Scope } from '../template/scope'

/** The definition of an API, and why its endpoints may not all be in it. */
export interface Body {
  readonly body: Term
  readonly open: readonly Cause[]
}

/** The definition that a template contains, or names as another file; a macro may create it, or S3 have it. */
export function bodyOf(body: Term, location: Term, scope: Scope): Body {
  if (body.kind === 'unknown' || body.kind === 'either') return { body, open: [body.cause] }
  if (body.kind === 'fields') return { body, open: body.open }
  if (location.kind === 'absent') return { body, open: [] }
  const path = location.kind === 'text' ? whole(asText(location)) : undefined
  const content = path === undefined ? undefined : scope.file(path)
  if (content) return bodyOf(evaluate(content, documentScope), absent(content), scope)
  if (path !== undefined) return { body, open: [fileNotGiven(path, location.at)] }
  const message = 'The API definition is not in these files.'
  return { body, open: [{ kind: 'file', name: 'the definition', message, at: location.at }] }
}
