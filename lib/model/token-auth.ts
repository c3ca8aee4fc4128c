import type { Auth, TokenAuth } from './model'

/** Tells whether requests need a token: not if they are signed (`iam`), and not without authorization. */
export const isTokenAuth = (auth: Auth): auth is TokenAuth => auth === 'access_token' || auth === 'id_token'
