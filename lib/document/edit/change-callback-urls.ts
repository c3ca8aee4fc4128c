import { redirectUriIssue } from '../redirect-uri'
import type { Spec } from '../spec'
import { webOrigin } from '../web-origin'

type Addresses = Pick<Spec, 'clients' | 'api'>
type Client = Spec['clients'][number]

/**
 * Changes the callback URLs of a client, and the addresses that follow them until they are edited: its default redirect
 * URI, its logout URLs if they are the start pages of the callback URLs, and the allowed origins of the API if they are the
 * origins of all callback URLs. `before` is the document before typing began: while a URL that is typed is not valid, the
 * addresses stay as they were there.
 */
export function changeCallbackUrls<Document extends Addresses>(
  spec: Document,
  index: number,
  callbackUrls: readonly string[],
  before: Addresses = spec,
): Document {
  const client = spec.clients[index]
  const old = before.clients[index]
  if (!client || !old) return spec
  const isEdit = callbackUrls.length === old.callbackUrls.length
  const valid = callbackUrls.map((url, at) =>
    isEdit && redirectUriIssue(url) ? (old.callbackUrls[at] ?? url) : url,
  )
  const changed = {
    ...client,
    ...defaultOf(old, callbackUrls, isEdit),
    callbackUrls: [...callbackUrls],
    ...(follows(old.logoutUrls, startPages(old.callbackUrls)) && { logoutUrls: startPages(valid) }),
  }
  const clients = spec.clients.with(index, changed)
  if (!follows(before.api.cors?.allowOrigins, allOrigins(before.clients))) return { ...spec, clients }
  const allowOrigins = allOrigins(clients.with(index, { ...changed, callbackUrls: valid }))
  const cors = allowOrigins.length > 0 ? { allowOrigins } : undefined
  return { ...spec, clients, api: { ...spec.api, cors } }
}

/** The default is named by its text. */
function defaultOf(
  { defaultRedirectUri, callbackUrls: old }: Client,
  urls: readonly string[],
  isEdit: boolean,
) {
  if (defaultRedirectUri === undefined || urls.includes(defaultRedirectUri)) return {}
  const at = old.indexOf(defaultRedirectUri)
  return { defaultRedirectUri: isEdit && at >= 0 ? urls[at] : undefined }
}

const originsOf = (urls: readonly string[]) => [...new Set(urls.flatMap(url => webOrigin(url) ?? []))]

const startPages = (urls: readonly string[]) => originsOf(urls).map(origin => `${origin}/`)

/** A client with a secret runs on a server, where CORS does not apply. */
const allOrigins = (clients: Addresses['clients']) =>
  originsOf(clients.flatMap(({ generateSecret, callbackUrls }) => (generateSecret ? [] : callbackUrls)))

/** An empty list may be meant: nothing fills it. */
const follows = (list: readonly string[] | undefined, derived: readonly string[]) =>
  derived.length > 0 && list?.join('\n') === derived.join('\n')
