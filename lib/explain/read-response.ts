import { isObject, type JsonObject, type JsonValue, readJson } from '../token/json'

/** What can be read of a pasted response. */
export interface ReceivedResponse {
  /** The response without the request lines of `curl -v`; at most 20,000 characters. */
  readonly text: string
  readonly status?: number
  /** Value of `x-amzn-errortype`, without the suffix `Exception`. */
  readonly errorType?: string
  /** Value of `www-authenticate`. */
  readonly challenge?: string
  /** `message` of a JSON body; null if it is null. */
  readonly message?: string | null
  /** `error` of an OAuth response, in JSON or in a redirect URL. */
  readonly oauthError?: string
  /** The type of API that sent it, if headers show it. */
  readonly api?: 'rest' | 'http'
}

/** Longer pastes are pages of the API itself; what matters is at the start. */
const MAX_TEXT = 20_000

/** Reads a response in any form people copy: `curl -i`, `curl -v`, headers, a body, a HAR file, a log line, a URL. */
export function readResponse(paste: string): ReceivedResponse {
  const text = withoutRequest(harResponse(paste) ?? paste).slice(0, MAX_TEXT)
  const status = statusIn(text)
  const errorType = /x-amzn-errortype["']*[\s:=,"']{1,20}([A-Za-z]{1,80})/i.exec(text)?.[1]
  const challenge = CHALLENGE.exec(text)?.slice(1).find(Boolean)
  const message = messageIn(text)
  const oauthError = oauthErrorIn(text)
  const api = apiOf(text, errorType, challenge)
  return {
    text,
    ...(status !== undefined && { status }),
    ...(errorType !== undefined && { errorType: errorType.replace(/Exception$/, '') }),
    ...(challenge !== undefined && { challenge }),
    ...(message !== undefined && { message }),
    ...(oauthError !== undefined && { oauthError }),
    ...(api && { api }),
  }
}

/** The header `www-authenticate`, or its value alone. */
const CHALLENGE =
  /www-authenticate["']*[\s:=,"']{1,20}([^\r\n{]*)|^\s{0,20}["']?(Bearer\s[^\r\n{]{0,1000}\berror="?\w[^\r\n]*)/i

const STATUSES: readonly RegExp[] = [
  // The last one counts: redirects, proxies and "100 Continue" come before it.
  /HTTP\/[\d.]+["']?[ \t]+([1-5]\d\d)\b/g,
  /\bstatus(?:[ _-]?code)?["']?(?: of| is)?[ \t]?[:=]?[ \t]?["']?([1-5]\d\d)\b/gi,
  /net::ERR_\w+ ([1-5]\d\d)\b/g,
  /\b([45]\d\d) (?:\(|client error|server error|\w{1,40}Exception\b)/gi,
  /\bHTTP(?: error)?[ :]{1,2}([1-5]\d\d)\b/gi,
  /^\s{0,20}([1-5]\d\d)(?=[\s,:]|$)/g,
]

/** Returns the status code in a text; undefined if there is none. */
export function statusIn(text: string): number | undefined {
  for (const pattern of STATUSES) {
    const last = [...text.matchAll(pattern)].at(-1)
    if (last) return Number(last[1])
  }
  return undefined
}

/** Keeps the response of `curl -v` output, where request lines start with ">" and remarks with "*". */
function withoutRequest(text: string): string {
  if (!/^< HTTP\//m.test(text)) return text
  return text
    .split('\n')
    .filter(line => !/^[*>}{]/.test(line) || line.startsWith('{"'))
    .map(line => line.replace(/^< ?/, ''))
    .join('\n')
}

/** Writes the response of a HAR file as `curl -i` does: the first that failed. */
function harResponse(paste: string): string | undefined {
  if (!/^\s*\{\s*"log"/.test(paste)) return undefined
  const { value } = readJson(paste.slice(paste.indexOf('{')))
  const log = isObject(value) ? value.log : undefined
  const entries = isObject(log) && Array.isArray(log.entries) ? log.entries : []
  const responses = entries.filter(isObject).flatMap(({ response }) => (isObject(response) ? [response] : []))
  const failed = responses.find(({ status }) => typeof status === 'number' && (status >= 400 || status === 0))
  return failed && asText(failed)
}

function asText({ status, headers, content, _error }: JsonObject): string {
  const list: readonly JsonValue[] = Array.isArray(headers) ? headers : []
  const lines = list.filter(isObject).map(({ name, value }) => `${name}: ${value}`)
  const body = isObject(content) && typeof content.text === 'string' ? content.text : ''
  return [`HTTP/1.1 ${status}`, ...lines, '', body, typeof _error === 'string' ? _error : ''].join('\n')
}

function messageIn(text: string): string | null | undefined {
  const found = /"message"\s*:\s*(?:null|"((?:[^"\\]|\\.)*)")/i.exec(text)
  if (found) return found[1] ?? null
  return /^\s*"?(?:40[13]\s+)?(unauthorized|forbidden)(?:exception)?"?\s*$/i.exec(text)?.[1]
}

const OAUTH =
  /\b(?:invalid_scope|invalid_grant|invalid_client(?:_secret)?|unauthorized_client|invalid_request|redirect_mismatch|unsupported_grant_type|unsupported_response_type)\b/gi

function oauthErrorIn(text: string): string | undefined {
  const found = [...text.matchAll(OAUTH)].map(([code]) => code.toLowerCase())
  // Cognito writes error=invalid_request with error_description=invalid_scope: the more exact one counts.
  return found.find(code => code !== 'invalid_request') ?? found[0]
}

function apiOf(text: string, errorType?: string, challenge?: string): 'rest' | 'http' | undefined {
  if (/apigw-requestid/i.test(text) || (challenge !== undefined && /^bearer\b/i.test(challenge)))
    return 'http'
  return errorType !== undefined || /x-amz-apigw-id/i.test(text) ? 'rest' : undefined
}
