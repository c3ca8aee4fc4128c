import { type Issue, issue } from './error-code'
import { quote } from './quote'

/** Schemes that run, read or show something in a browser instead of going to an app or site. */
const REFUSED_SCHEMES: ReadonlySet<string> = new Set([
  'javascript',
  'data',
  'file',
  'vbscript',
  'blob',
  'filesystem',
  'about',
  'view-source',
  'ftp',
  'ws',
  'wss',
  'mailto',
])

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** RFC 3986, section 3.1. */
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/
/** Host and port of RFC 3986, section 3.2. */
const HOST = /^(\[[0-9A-Fa-f:.]+\]|[^\][:@<>^|"`{}]+)(?::\d{0,5})?$/
const STRANGER = /[^\p{L}\p{M}\p{S}\p{N}\p{P}]/u

export type RedirectUriKind = 'web' | 'loopback' | 'app-scheme'

/** Judges a redirect URI as typed: normalising it would hide what Cognito compares, character by character. */
export function judgeRedirectUri(uri: string): { readonly kind: RedirectUriKind } | Issue {
  const stranger = STRANGER.exec(uri)?.[0]
  if (stranger !== undefined)
    return issue(
      'INVALID_CHARACTERS',
      `${quote(uri)} holds ${stranger === ' ' ? 'a space' : quote(stranger)}; percent-encode it or remove it.`,
    )
  const scheme = SCHEME.exec(uri)?.[1]?.toLowerCase()
  if (scheme === undefined || scheme === 'localhost')
    return issue(
      'URI_NOT_ABSOLUTE',
      `${quote(uri)} has no scheme; begin with https://, http://localhost or your app's own scheme.`,
    )
  if (uri.includes('#'))
    return issue('URI_WITH_FRAGMENT', `${quote(uri)} has a fragment; remove the # and all behind it.`)
  if (REFUSED_SCHEMES.has(scheme))
    return issue(
      'URI_SCHEME_REFUSED',
      `${quote(uri)} has the scheme ${scheme}:, which is not safe to redirect to; use https:// or your app's own scheme.`,
    )
  if (scheme !== 'http' && scheme !== 'https') return { kind: 'app-scheme' }
  const host = hostOf(uri.slice(scheme.length + 1))
  if (host === undefined)
    return issue('URI_WITHOUT_HOST', `${quote(uri)} has no valid host; write ${scheme}://host/path.`)
  if (LOOPBACK_HOSTS.has(host.toLowerCase())) return { kind: 'loopback' }
  if (scheme === 'https') return { kind: 'web' }
  return issue(
    'URI_NOT_HTTPS',
    `${quote(uri)} is plain http; use https, or http on localhost, 127.0.0.1 or [::1] only.`,
  )
}

/** The host in `//user@host:port/path`; undefined when there is none or it can be read in two ways. */
function hostOf(rest: string): string | undefined {
  if (!rest.startsWith('//')) return undefined
  const authority = rest.slice(2).split(/[/?]/, 1)[0]!
  // Browsers take a backslash for a slash, RFC 3986 does not know it: what is the host would depend on the reader.
  if (authority.includes('\\')) return undefined
  return HOST.exec(authority.slice(authority.lastIndexOf('@') + 1))?.[1]
}

export const redirectUriIssue = (uri: string): Issue | undefined => {
  const judged = judgeRedirectUri(uri)
  return 'code' in judged ? judged : undefined
}

/** What kind of redirect URI it is; undefined when it is refused. */
export const redirectUriKind = (uri: string): RedirectUriKind | undefined => {
  const judged = judgeRedirectUri(uri)
  return 'kind' in judged ? judged.kind : undefined
}

/** Plain http by TLS instead; undefined where nothing else is known to be meant. */
export function repairedRedirectUri(uri: string): string | undefined {
  const judged = judgeRedirectUri(uri)
  return 'code' in judged && judged.code === 'URI_NOT_HTTPS' ? uri.replace(/^http:/i, 'https:') : undefined
}
