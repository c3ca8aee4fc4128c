import { COGNITO_PROVIDER } from '../../aws/grants'
import { specError } from '../error-code'
import { child } from '../field-path'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** The default redirect URI is one of the callback URLs, character by character. */
export const defaultRedirectUri: SpecRule = function* ({ clients }) {
  for (const [i, { defaultRedirectUri: uri, callbackUrls }] of (clients ?? []).entries()) {
    if (uri === undefined || callbackUrls === undefined) continue
    if (callbackUrls.includes(uri) || callbackUrls.includes(undefined)) continue
    yield specError(
      'DEFAULT_REDIRECT_NOT_LISTED',
      child('clients', i, 'defaultRedirectUri'),
      `${quote(uri)} is none of the callback URLs; add it to them or choose one of them.`,
    )
  }
}

/** A new pool has its own users only: any other provider would have to be there first. */
export const identityProviders: SpecRule = function* ({ userPool, clients }) {
  if (userPool.source !== 'new') return
  for (const [i, client] of (clients ?? []).entries())
    for (const [j, provider] of (client.identityProviders ?? []).entries())
      if (provider !== undefined && provider !== COGNITO_PROVIDER)
        yield specError(
          'PROVIDER_NOT_IN_POOL',
          child('clients', i, 'identityProviders', j),
          `A new user pool has no identity provider ${quote(provider)}; use COGNITO, or an existing pool that has the provider.`,
        )
}
