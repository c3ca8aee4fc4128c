import { originIssue } from './origin'
import { checkRedirectUri } from './redirect-uri'

/** The origin of the page at a redirect URI, as browsers send it; undefined for an app's own scheme. */
export function webOrigin(uri: string): string | undefined {
  const checked = checkRedirectUri(uri)
  if (!('kind' in checked) || checked.kind === 'app-scheme' || !URL.canParse(uri)) return undefined
  const { hostname, origin } = new URL(uri)
  // RFC 8252, section 7.3: native apps listen on the loopback address; pages under development say localhost.
  const isPage = hostname !== '127.0.0.1' && hostname !== '[::1]'
  return isPage && originIssue(origin) === undefined ? origin : undefined
}
