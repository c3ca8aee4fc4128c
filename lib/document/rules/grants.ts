import { signsInUsers } from '../../aws/grants'
import { isReservedScope, SCOPES_WITH_OPENID } from '../../aws/scopes'
import type { ClientDraft } from '../draft'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** What a client's grants ask of its other fields. */
export const grants: SpecRule = function* ({ clients }) {
  for (const [i, client] of (clients ?? []).entries()) {
    const granted = client.grants ?? []
    const signsIn = granted.some(signsInUsers)
    if (granted.includes('client_credentials')) yield* machine(client, child('clients', i), signsIn)
    if (signsIn) yield* interactive(client, child('clients', i))
  }
}

/** RFC 6749, section 4.4: the client acts for itself, so it must prove who it is, and there is no user. */
function* machine(client: ClientDraft, at: FieldPath, signsIn: boolean): Generator<SpecError> {
  if (signsIn)
    yield specError(
      'GRANT_NOT_ALONE',
      child(at, 'grants'),
      'client_credentials must be the only grant of a client; make a second client for the users.',
    )
  if (client.generateSecret === false)
    yield specError(
      'SECRET_MISSING',
      child(at, 'generateSecret'),
      'A client with client_credentials needs a secret; set generateSecret to true.',
    )
  for (const [i, scope] of (client.scopes ?? []).entries())
    if (scope !== undefined && isReservedScope(scope))
      yield specError(
        'SCOPE_NEEDS_USER',
        child(at, 'scopes', i),
        `The scope ${quote(scope)} is about a user, and client_credentials has none; use custom scopes only.`,
      )
  if (!signsIn && client.callbackUrls?.length)
    yield specError(
      'CALLBACK_URL_UNUSED',
      child(at, 'callbackUrls'),
      'A client with client_credentials sends no user anywhere; remove its callback URLs.',
    )
}

function* interactive(client: ClientDraft, at: FieldPath): Generator<SpecError> {
  if (client.callbackUrls?.length === 0)
    yield specError(
      'CALLBACK_URL_MISSING',
      child(at, 'callbackUrls'),
      'A client that signs users in needs at least one callback URL; add the address it is sent back to.',
    )
  const claims = client.scopes?.find(scope => scope !== undefined && SCOPES_WITH_OPENID.includes(scope))
  // A member that cannot be read may be openid.
  if (claims !== undefined && !client.scopes?.some(scope => scope === 'openid' || scope === undefined))
    yield specError(
      'OPENID_MISSING',
      child(at, 'scopes'),
      `The scope "${claims}" needs the scope "openid" beside it; add "openid".`,
    )
}
