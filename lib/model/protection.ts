import type { Auth, Model } from './model'

type Endpoints = Pick<Model, 'endpoints'>

const has = ({ endpoints }: Endpoints, auth: Auth): boolean =>
  endpoints.some(endpoint => endpoint.auth === auth)

/** API Gateway verifies the tokens of some requests, and gives their claims to the function. */
export const verifiesTokens = (model: Endpoints): boolean =>
  has(model, 'access_token') || has(model, 'id_token')

/** What the requests of an API need, for sentences about the whole of it. */
export function protection(model: Endpoints): string {
  if (has(model, 'access_token')) return 'protected by Cognito access tokens'
  if (has(model, 'id_token')) return 'protected by Cognito ID tokens'
  if (has(model, 'iam')) return 'protected by AWS signatures'
  return 'without protected endpoints'
}
