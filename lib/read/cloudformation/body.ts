import { type Cause, fileNotGiven } from '../../deployed/cause'
import type { Api } from '../../deployed/deployed'
import { absent, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { hiddenKeys } from '../hidden'
import { hiddenAuthorizers } from '../hidden-authorizer'
import { hiddenEndpoints } from '../hidden-endpoint'
import type { Defaults } from '../openapi/definition'
import { documentScope } from '../openapi/document-scope'
import { type Readers, reader } from '../readers'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { nameOf, pathOf } from '../template/location'
import type { Scope } from '../template/scope'

/** The definition of an API, and why its endpoints may not all be in it. */
export interface Body {
  readonly body: Term
  readonly open: readonly Cause[]
}

/** The API with what its definition says. Of one that is not known, nothing is known of what it defines. */
export function withDefinition(
  body: Term,
  api: Api,
  builder: Builder,
  readers: Readers,
  defaults?: Defaults,
): Api {
  if (body.kind === 'fields') return reader(readers, 'openapi').readDefinition(body, api, builder, defaults)
  const hidden = hiddenKeys(body)
  builder.hidden.push(...hiddenEndpoints(hidden, api.type, () => ({ kind: 'one', to: api })))
  builder.hiddenAuthorizers.push(...hiddenAuthorizers(hidden, api))
  return api
}

const notRead = (message: string, at: Span): Cause => ({ kind: 'file', name: 'the definition', message, at })

/** The definition that a template contains, or names as another file; a macro may create it, or S3 have it. */
export function bodyOf(body: Term, location: Term, scope: Scope): Body {
  if (body.kind === 'unknown' || body.kind === 'either') return { body, open: [body.cause] }
  if (body.kind === 'fields') return { body, open: body.open }
  if (body.kind !== 'absent') {
    const cause = notRead('An API definition is read only where it is written as a map.', body.at)
    return bodyOf(unknown(`definition ${body.at.start}`, cause, body.at), location, scope)
  }
  if (location.kind === 'absent') return { body, open: [] }
  const path = pathOf(location)
  if (path === undefined)
    return { body, open: [notRead('The API definition is not in these files.', location.at)] }
  const content = scope.file(path)
  if (content) return bodyOf(evaluate(content, documentScope), absent(content), scope)
  return { body, open: [fileNotGiven(nameOf(path), location.at)] }
}
