import { COGNITO_PROVIDER } from '../../aws/grants'
import { specError } from '../error-code'
import { child } from '../field-path'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Rejects a default redirect URI that is not a callback URL (exact match). */
export const defaultRedirectUri = specRule(['clients'], function* ({ clients }) {
  for (const [i, { defaultRedirectUri: uri, callbackUrls }] of (clients ?? []).entries()) {
    if (uri === undefined || callbackUrls === undefined) continue
    if (callbackUrls.includes(uri) || callbackUrls.includes(undefined)) continue
    yield specError(
      'DEFAULT_REDIRECT_NOT_LISTED',
      child('clients', i, 'defaultRedirectUri'),
      `${quote(uri)} is not one of the callback URLs. Add it to the list, or pick one that is.`,
    )
  }
})

/** Rejects other identity providers with a new pool: they would have to exist in the pool first. */
export const identityProviders = specRule(['userPool', 'clients'], function* ({ userPool, clients }) {
  if (userPool.source !== 'new') return
  for (const [i, client] of (clients ?? []).entries())
    for (const [j, provider] of (client.identityProviders ?? []).entries())
      if (provider !== undefined && provider !== COGNITO_PROVIDER)
        yield specError(
          'PROVIDER_NOT_IN_POOL',
          child('clients', i, 'identityProviders', j),
          `A new user pool does not have the identity provider ${quote(provider)}. Use COGNITO, or an existing pool that has the provider.`,
        )
})
