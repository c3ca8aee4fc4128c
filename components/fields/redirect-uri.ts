import type { IconName } from '@/components/ui/icon'

export type UriKind = 'web' | 'loopback' | 'app-scheme' | 'plain-http' | 'unknown'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What kind of redirect URI the text is, as far as it has been typed. */
export function uriKind(uri: string): UriKind {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(uri)?.[1]?.toLowerCase()
  if (!scheme) return 'unknown'
  if (scheme === 'https') return 'web'
  if (scheme !== 'http') return 'app-scheme'
  const host = /^http:\/\/(\[[^\]]*\]|[^/:?#]*)/i.exec(uri)?.[1] ?? ''
  return LOOPBACK.has(host) ? 'loopback' : 'plain-http'
}

/** The same address by TLS. */
export const withTls = (uri: string): string => uri.replace(/^http:/i, 'https:')

/** The scheme that an app has to register. */
export const schemeOf = (uri: string): string => uri.slice(0, uri.indexOf(':'))

export const uriKinds: Readonly<
  Record<UriKind, { readonly label: string; readonly icon: IconName } | undefined>
> = {
  web: { label: 'Web', icon: 'globe' },
  loopback: { label: 'Loopback', icon: 'laptop' },
  'app-scheme': { label: 'App scheme', icon: 'phone' },
  'plain-http': undefined,
  unknown: undefined,
}
