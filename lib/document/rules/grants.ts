import { signsInUsers } from '../../aws/grants'
import { isReservedScope, SCOPES_WITH_OPENID } from '../../aws/scopes'
import type { ClientDraft } from '../draft'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Checks the fields of a client that depend on its grants. */
export const grants = specRule(['clients'], function* ({ clients }) {
  for (const [i, client] of (clients ?? []).entries()) {
    const granted = client.grants ?? []
    const signsIn = granted.some(signsInUsers)
    if (granted.includes('client_credentials')) yield* machine(client, child('clients', i), signsIn)
    if (signsIn) yield* interactive(client, child('clients', i))
  }
})

/** Checks a machine client. It acts for itself, so it must authenticate and has no user (RFC 6749, section 4.4). */
function* machine(client: ClientDraft, at: FieldPath, signsIn: boolean): Generator<SpecError> {
  if (signsIn)
    yield specError(
      'GRANT_NOT_ALONE',
      child(at, 'grants'),
      'client_credentials cannot be combined with other grants. Add a second client for users.',
    )
  if (client.generateSecret === false)
    yield specError(
      'SECRET_MISSING',
      child(at, 'generateSecret'),
      'A client with client_credentials requires a client secret. Set generateSecret to true.',
    )
  for (const [i, scope] of (client.scopes ?? []).entries())
    if (scope !== undefined && isReservedScope(scope))
      yield specError(
        'SCOPE_NEEDS_USER',
        child(at, 'scopes', i),
        `The scope ${quote(scope)} describes a user, and a client with client_credentials has none. Use only custom scopes.`,
      )
  if (!signsIn && client.callbackUrls?.length)
    yield specError(
      'CALLBACK_URL_UNUSED',
      child(at, 'callbackUrls'),
      'A client with client_credentials does not redirect users. Remove its callback URLs.',
    )
}

function* interactive(client: ClientDraft, at: FieldPath): Generator<SpecError> {
  if (client.callbackUrls?.length === 0)
    yield specError(
      'CALLBACK_URL_MISSING',
      child(at, 'callbackUrls'),
      'A client that signs users in requires at least one callback URL. Add the address that users return to.',
    )
  const claims = client.scopes?.find(scope => scope !== undefined && SCOPES_WITH_OPENID.includes(scope))
  // An unreadable item could be openid.
  if (claims !== undefined && !client.scopes?.some(scope => scope === 'openid' || scope === undefined))
    yield specError(
      'OPENID_MISSING',
      child(at, 'scopes'),
      `The scope "${claims}" requires the scope "openid". Add "openid".`,
    )
}
