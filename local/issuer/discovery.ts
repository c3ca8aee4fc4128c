import type { Answer } from '../../lib/gateway/request'
import type { Pool } from '../pool/pool'
import { json, OPEN_CORS } from './exchange'

/** `{issuer}/.well-known/openid-configuration` with the fields of a user pool's. */
export const discovery = ({ issuer, issuerUrl, origin }: Pool): Answer =>
  json(
    200,
    {
      authorization_endpoint: `${origin}/oauth2/authorize`,
      end_session_endpoint: `${origin}/logout`,
      id_token_signing_alg_values_supported: ['RS256'],
      issuer,
      jwks_uri: `${issuerUrl}/.well-known/jwks.json`,
      response_types_supported: ['code', 'token'],
      revocation_endpoint: `${origin}/oauth2/revoke`,
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint: `${origin}/oauth2/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      userinfo_endpoint: `${origin}/oauth2/userInfo`,
    },
    OPEN_CORS,
  )

/** The two public keys of the pool. */
export const keySet = ({ keys }: Pool): Answer =>
  json(200, { keys: [keys.id.publicJwk, keys.access.publicJwk] }, OPEN_CORS)
