import type { Endpoint } from '../model/model'

/** Why API Gateway allows or denies a request; stable words. */
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
  | 'IAM_SIGNATURE_REQUIRED'

export type CheckName =
  | 'Authorization required'
  | 'Request signed'
  | 'Token present'
  | 'Well-formed'
  | 'Issuer'
  | 'Signature'
  | 'Audience'
  | 'Time'
  | 'Token type'
  | 'Scope'
  | 'API key'

/** One check of the authorizer. */
export interface Check {
  readonly name: CheckName
  /** `assumed`: could not be checked here; the verdict is right only if the assumption is. */
  readonly outcome: 'passed' | 'failed' | 'not-reached' | 'assumed'
  /** What was compared with what; empty for a check that was not reached. */
  readonly detail: string
}

/** What to change, by where it is changed. */
export interface Remedy {
  /** Request another token, or send it in another way. */
  readonly tokenRequest?: string
  /** The value of the `scope` parameter to request, when nothing else has to change; the missing scope comes last. */
  readonly scope?: string
  /** Change the spec and deploy it. */
  readonly template?: string
  /** Check what is deployed. */
  readonly deployment?: string
}

/** What API Gateway responds at one endpoint, and why. */
export interface Verdict {
  readonly endpoint: Endpoint
  readonly allowed: boolean
  /** 200 when allowed; the function then decides the real status. */
  readonly status: 200 | 401 | 403
  readonly code: VerdictCode
  readonly message: string
  /** The remedy in one text; empty when nothing has to change. */
  readonly fix: string
  readonly remedy: Remedy
  /** In the order of the authorizer. */
  readonly checks: readonly Check[]
  /** Scopes of the token that the endpoint accepts. */
  readonly via: readonly string[]
  /** Absent when allowed. */
  readonly response?: GatewayResponse
  /** The parts of this verdict that no source confirms. */
  readonly unverified?: string
}

/** The response of API Gateway when the authorizer refuses. */
export interface GatewayResponse {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** The part of it that is not documented. */
  readonly remark?: string
}
