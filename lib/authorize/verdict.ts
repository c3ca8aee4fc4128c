import type { Endpoint } from '../model/model'

/** Why API Gateway lets a call through or not; stable words. */
export type VerdictCode =
  | 'ALLOWED'
  | 'NO_AUTH'
  | 'TOKEN_MISSING'
  | 'TOKEN_MALFORMED'
  | 'ISSUER_MISMATCH'
  | 'SIGNATURE_INVALID'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_NOT_YET_VALID'
  | 'AUDIENCE_MISMATCH'
  | 'ID_TOKEN_NOT_ACCEPTED'
  | 'ACCESS_TOKEN_NOT_ACCEPTED'
  | 'REFRESH_TOKEN'
  | 'SCOPE_MISSING'

export type CheckName =
  | 'Authorization asked'
  | 'Token present'
  | 'Well formed'
  | 'Issuer'
  | 'Signature'
  | 'Audience'
  | 'Time'
  | 'Token type'
  | 'Scope'

/** One step of the authorizer. */
export interface Check {
  readonly name: CheckName
  /** `taken-for-granted`: could not be checked here, and the verdict holds only if it is right. */
  readonly outcome: 'passed' | 'failed' | 'not-reached' | 'taken-for-granted'
  /** What was compared with what; empty for a step that was not reached. */
  readonly detail: string
}

/** What to change, by who can change it. */
export interface Remedy {
  /** Ask for another token, or send it otherwise. */
  readonly tokenRequest?: string
  /** The `scope` parameter to ask with, when that is all there is to it; the scope to add stands last. */
  readonly scope?: string
  /** Change the spec and deploy it. */
  readonly template?: string
  /** Look at what is deployed. */
  readonly deployment?: string
}

/** What API Gateway answers one endpoint's caller, and why. */
export interface Verdict {
  readonly endpoint: Endpoint
  readonly allowed: boolean
  /** 200 when let through: what the function answers then is its own affair. */
  readonly status: 200 | 401 | 403
  readonly code: VerdictCode
  readonly message: string
  /** The remedy in one text; empty when nothing is to be done. */
  readonly fix: string
  readonly remedy: Remedy
  /** In the order of the authorizer. */
  readonly checks: readonly Check[]
  /** Scopes of the token that open the endpoint. */
  readonly via: readonly string[]
  /** Absent when let through. */
  readonly answer?: GatewayAnswer
  /** What of this verdict no source confirms. */
  readonly unverified?: string
}

/** What goes over the wire when the authorizer refuses. */
export interface GatewayAnswer {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** What of it is not documented. */
  readonly remark?: string
}
