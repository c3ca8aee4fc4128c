import type { Answer, GatewayRequest, Header } from '../../lib/gateway/request'
import { headerValues } from '../../lib/gateway/request'
import type { Grant } from '../pool/claims'
import type { Expiring } from '../pool/expiring'
import type { Pool } from '../pool/pool'
import type { User } from '../pool/users'

/** The sign-in that an authorization code represents. */
export interface CodeGrant {
  readonly grant: Grant & { readonly user: User }
  readonly redirectUri: string
  readonly challenge?: string
}

/** The issuer at work: its pool and what it remembers between requests. */
export interface Issuer {
  readonly pool: Pool
  /** Authorization codes, for five minutes each. */
  readonly codes: Expiring<CodeGrant>
  /** `origin_jti` of sign-ins whose refresh token was revoked. */
  readonly revoked: Expiring<true>
  /** Hash of a refresh token that was rotated → the time in seconds since 1970 until which it still works. */
  readonly rotated: Expiring<number>
  /** Signs in without a page. */
  readonly autoLogin?: string
}

/** A request to the issuer, parsed. */
export interface IssuerRequest extends GatewayRequest {
  readonly parameters: URLSearchParams
  readonly form: URLSearchParams
}

export function parseRequest(request: GatewayRequest): IssuerRequest {
  const type = headerValues(request.headers, 'content-type')[0] ?? ''
  const form = /^application\/x-www-form-urlencoded\b/i.test(type)
    ? new TextDecoder().decode(request.body)
    : ''
  return { ...request, parameters: new URLSearchParams(request.query), form: new URLSearchParams(form) }
}

/** Token, revocation and userInfo endpoints may be called from any page (guide, "User pool endpoints"). */
export const OPEN_CORS: readonly Header[] = [['access-control-allow-origin', '*']]

export const json = (status: number, value: unknown, headers: readonly Header[] = []): Answer => ({
  status,
  headers: [['content-type', 'application/json;charset=UTF-8'], ['cache-control', 'no-store'], ...headers],
  body: JSON.stringify(value),
})

export const redirect = (location: string, headers: readonly Header[] = []): Answer => ({
  status: 302,
  headers: [['location', location], ['cache-control', 'no-store'], ...headers],
  body: '',
})

/** A URL with further query parameters; its own text is not changed, since redirect URIs are compared as text. */
export function withParameters(
  url: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const added = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) added.set(name, value)
  return `${url}${url.includes('?') ? '&' : '?'}${added}`
}

export const errorPage = (error: string, clientId: string | null): Answer =>
  redirect(withParameters('/error', { error, client_id: clientId ?? undefined }))
