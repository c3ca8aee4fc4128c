import { MAX_AUDIENCE_LENGTH } from '../aws/limits'
import { AUDIENCE_CHARACTERS } from '../aws/patterns'
import { whole } from '../deployed/compare'
import type { Client, Endpoint } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import { show } from '../deployed/show'
import { textIssue } from '../document/text-issue'
import { knownText } from './known-text'
import type { Notes } from './report'

const ALLOWED = new RegExp(`^[${AUDIENCE_CHARACTERS.characters}]{1,${MAX_AUDIENCE_LENGTH}}$`)

/** Ids that Cognito gives to clients: 26 lower-case letters and digits. */
const CLIENT_ID = /^[a-z0-9]{26}$/

/** Values of `aud` besides the ids of clients that the JWT authorizers of these endpoints accept; `most` at most. */
export function importAudiences(
  endpoints: readonly Endpoint[],
  clients: readonly Client[],
  most: number,
  notes: Notes,
): readonly string[] {
  const authorizers = new Set(
    endpoints.flatMap(({ apiType, authorizer }) =>
      apiType === 'http' && authorizer.kind === 'one' ? [authorizer.to] : [],
    ),
  )
  const clientIds = new Set(clients.map(({ clientId }) => knownText(clientId)))
  const audiences: string[] = []
  for (const authorizer of authorizers) {
    const { items, open } = listingOf(authorizer.audience)
    for (const { text, sure } of items) {
      const known = whole(text)
      const audience = known ?? show(text)
      if (known === undefined && text.parts.some(({ kind }) => kind === 'resource')) continue
      if (clientIds.has(audience) || audiences.includes(audience)) continue
      const why =
        known === undefined || sure.is !== true
          ? 'Its value is not in these files, or a condition decides it.'
          : whyLeftOut(audience, audiences.length < most)
      if (why === undefined) audiences.push(audience)
      notes.entries.push({
        what: `audience ${audience}`,
        at: authorizer.at,
        how: why === undefined ? 'mapped' : 'left-out',
        into: why === undefined ? `api.additionalAudiences.${audiences.length - 1}` : null,
        why: why ?? '',
      })
    }
    for (const { name, message } of open)
      notes.entries.push({
        what: `audiences from ${name}`,
        at: authorizer.at,
        how: 'left-out',
        into: null,
        why: message,
      })
  }
  return audiences
}

function whyLeftOut(audience: string, hasRoom: boolean): string | undefined {
  if (CLIENT_ID.test(audience))
    return 'It looks like the ID of a client. Every client of the spec is an audience.'
  const issue = textIssue(audience)
  if (issue) return issue.message
  if (!ALLOWED.test(audience))
    return `An additional audience has 1 to ${MAX_AUDIENCE_LENGTH} characters: ${AUDIENCE_CHARACTERS.use}.`
  return hasRoom ? undefined : 'With the clients, it would be one audience too many.'
}
