import type { IconName } from '@/components/ui/icon'
import { type RedirectUriKind, redirectUriKind, repairedRedirectUri } from '@/lib/document/redirect-uri'

export type UriKind = RedirectUriKind | 'plain-http' | 'unknown'

/** What kind of redirect URI the text is, as far as it has been typed. */
export const uriKind = (uri: string): UriKind =>
  redirectUriKind(uri) ?? (repairedRedirectUri(uri) === undefined ? 'unknown' : 'plain-http')

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
