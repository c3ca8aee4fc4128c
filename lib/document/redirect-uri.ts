import { type Issue, issue } from './error-code'
import { quote } from './quote'

/** Schemes that a browser runs, reads or shows itself instead of opening an app or a site. */
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
const DISALLOWED_CHARACTER = /[^\p{L}\p{M}\p{S}\p{N}\p{P}]/u

export type RedirectUriKind = 'web' | 'loopback' | 'app-scheme'

/** Checks a redirect URI as typed. It is not normalised, because Cognito compares it character by character. */
export function checkRedirectUri(uri: string): { readonly kind: RedirectUriKind } | Issue {
  const disallowed = DISALLOWED_CHARACTER.exec(uri)?.[0]
  if (disallowed !== undefined)
    return issue(
      'INVALID_CHARACTERS',
      `${quote(uri)} contains ${disallowed === ' ' ? 'a space' : quote(disallowed)}. Percent-encode it or remove it.`,
    )
  const scheme = SCHEME.exec(uri)?.[1]?.toLowerCase()
  if (scheme === undefined || scheme === 'localhost')
    return issue(
      'URI_NOT_ABSOLUTE',
      `${quote(uri)} has no scheme. Start it with https://, http://localhost or your app's own scheme.`,
    )
  if (uri.includes('#'))
    return issue('URI_WITH_FRAGMENT', `${quote(uri)} has a fragment. Remove the # and everything after it.`)
  if (REFUSED_SCHEMES.has(scheme))
    return issue(
      'URI_SCHEME_REFUSED',
      `${quote(uri)} has the scheme ${scheme}:, which is not safe to redirect to. Use https:// or your app's own scheme.`,
    )
  if (scheme !== 'http' && scheme !== 'https') return { kind: 'app-scheme' }
  const host = hostOf(uri.slice(scheme.length + 1))
  if (host === undefined)
    return issue('URI_WITHOUT_HOST', `${quote(uri)} has no valid host. Use ${scheme}://host/path.`)
  if (LOOPBACK_HOSTS.has(host.toLowerCase())) return { kind: 'loopback' }
  if (scheme === 'https') return { kind: 'web' }
  return issue(
    'URI_NOT_HTTPS',
    `${quote(uri)} uses http. Use https; http is allowed only for localhost, 127.0.0.1 and [::1].`,
  )
}

/** Extracts the host of `//user@host:port/path`; undefined when it is missing or ambiguous. */
function hostOf(rest: string): string | undefined {
  if (!rest.startsWith('//')) return undefined
  const authority = rest.slice(2).split(/[/?]/, 1)[0]!
  // Browsers treat a backslash as a slash and RFC 3986 does not, so the host would depend on the reader.
  if (authority.includes('\\')) return undefined
  return HOST.exec(authority.slice(authority.lastIndexOf('@') + 1))?.[1]
}

export const redirectUriIssue = (uri: string): Issue | undefined => {
  const checked = checkRedirectUri(uri)
  return 'code' in checked ? checked : undefined
}

/** The kind of a valid redirect URI; undefined for an invalid one. */
export const redirectUriKind = (uri: string): RedirectUriKind | undefined => {
  const checked = checkRedirectUri(uri)
  return 'kind' in checked ? checked.kind : undefined
}

/** The URI with https in place of http; undefined when that is not what is wrong with it. */
export function repairedRedirectUri(uri: string): string | undefined {
  const checked = checkRedirectUri(uri)
  return 'code' in checked && checked.code === 'URI_NOT_HTTPS' ? uri.replace(/^http:/i, 'https:') : undefined
}
