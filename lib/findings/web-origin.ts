import { originIssue } from '../document/origin'
import { judgeRedirectUri } from '../document/redirect-uri'

/** The origin of a page that a redirect URI leads to, as browsers send it; undefined for an app's own scheme. */
export function webOrigin(uri: string): string | undefined {
  const judged = judgeRedirectUri(uri)
  if (!('kind' in judged) || judged.kind === 'app-scheme' || !URL.canParse(uri)) return undefined
  const { hostname, origin } = new URL(uri)
  // RFC 8252, section 7.3: native apps listen on the loopback address; pages under development say localhost.
  const isPage = hostname !== '127.0.0.1' && hostname !== '[::1]'
  return isPage && originIssue(origin) === undefined ? origin : undefined
}
