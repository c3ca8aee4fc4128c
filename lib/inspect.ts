import type { Verdict, VerdictCode } from './authorize/verdict'
import { type ExaminedToken, examine, type InspectOptions } from './examine'
import type { Method } from './model/model'
import type { Refused } from './request-error'
import type { TokenKind } from './token/decode'
import type { JsonObject } from './token/json'
import type { PasteNote } from './token/paste-notes'
import type { SignatureState } from './token/signature-state'

/** The token that was found. */
export interface InspectedToken {
  /** `malformed` also when the text contains no token. */
  readonly kind: TokenKind
  /** Header parameters as decoded; `null` when they cannot be read. */
  readonly header: JsonObject | null
  /** Claims as decoded; `null` when they cannot be read, as those of a refresh token. */
  readonly claims: JsonObject | null
  readonly signature: SignatureState
  /** What was removed from the text to read the token, or what it is instead of a token; empty for a clean token. */
  readonly notes: readonly PasteNote[]
}

/** What API Gateway answers a request to one endpoint with this token. */
export interface EndpointVerdict {
  readonly method: Method
  readonly path: string
  readonly allowed: boolean
  /** Status of API Gateway's response; 200 when the request is allowed, whatever the function then answers. */
  readonly status: 200 | 401 | 403
  readonly code: VerdictCode
  /** The reason, in one or more sentences. */
  readonly message: string
  /** What to change; empty when the request is allowed. */
  readonly fix: string
}

/** A token, and what every endpoint makes of it. */
export interface Inspection {
  readonly token: InspectedToken
  /** One verdict for each endpoint, in the order of the document. */
  readonly endpoints: readonly EndpointVerdict[]
}

/**
 * Decodes the token in a text and tells, for every endpoint of a document, what API Gateway answers and why.
 *
 * @param document The document `wizard.json`: its JSON value, its JSON text, or the UTF-8 bytes of that text.
 * @param text A token, or any text that contains one: a header, a curl command, a token response, a redirect URL, a HAR
 * file; or decoded claims, or a Lambda event with claims. Of several tokens the one in an Authorization header counts,
 * then an access token, then an ID token. A damaged token, or none, is an answer and not an error.
 * @returns The inspection; or every error of the document, `NOW_INVALID`, `USER_POOL_ID_INVALID` or `JWKS_INVALID`.
 */
export async function inspect(
  document: unknown,
  text: string,
  options: InspectOptions,
): Promise<({ readonly ok: true } & Inspection) | Refused> {
  const examined = await examine(document, text, options)
  return examined.ok ? { ok: true, ...toInspection(examined) } : examined
}

/** The part of an examination that programs read. Without a document there are no verdicts. */
export const toInspection = ({
  token,
  signature,
  verdicts = [],
}: ExaminedToken & { readonly verdicts?: readonly Verdict[] }): Inspection => ({
  token: {
    kind: token?.decoded.kind ?? 'malformed',
    header: token?.decoded.header ?? null,
    claims: token?.decoded.claims ?? null,
    signature: signature.state,
    notes: token?.notes ?? [],
  },
  endpoints: verdicts.map(endpointVerdict),
})

const endpointVerdict = ({
  endpoint: { method, path },
  allowed,
  status,
  code,
  message,
  fix,
}: Verdict): EndpointVerdict => ({ method, path, allowed, status, code, message, fix })
