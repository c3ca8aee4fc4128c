import type { Spec } from '../spec'

type Client = Spec['clients'][number]

/** What an app client is for. */
export type ClientKind = 'web' | 'mobile' | 'machine'

/** The kinds of clients, in menu order. */
export const clientKinds: readonly {
  readonly kind: ClientKind
  readonly label: string
  /** One line about what is filled in. */
  readonly description: string
}[] = [
  { kind: 'web', label: 'Web app', description: 'Signs users in. With a callback URL on localhost.' },
  { kind: 'mobile', label: 'Mobile app', description: 'Signs users in. With an app scheme.' },
  { kind: 'machine', label: 'Machine', description: 'Gets tokens with a secret, without a user.' },
]

/** A new client of a kind, with a name that no client of `spec` has. Custom scopes are left to choose. */
export function newClient(kind: ClientKind, spec: Pick<Spec, 'service' | 'clients'>): Client {
  const isMachine = kind === 'machine'
  const { callbackUrls, logoutUrls }: Urls = isMachine
    ? { callbackUrls: [], logoutUrls: [] }
    : kind === 'web'
      ? WEB_URLS
      : appUrls(spec.service)
  const [first] = callbackUrls
  return {
    name: freeName(kind, spec.clients),
    grants: [isMachine ? 'client_credentials' : 'authorization_code'],
    generateSecret: isMachine,
    scopes: isMachine ? [] : ['openid', 'email'],
    callbackUrls: [...callbackUrls],
    ...(first !== undefined && { defaultRedirectUri: first }),
    logoutUrls: [...logoutUrls],
    identityProviders: ['COGNITO'],
  }
}

type Urls = Readonly<Record<'callbackUrls' | 'logoutUrls', readonly string[]>>

/** The deployed app, and the same app on the developer's machine: Cognito allows http only for localhost. */
const WEB_URLS: Urls = {
  callbackUrls: ['https://app.example.com/callback', 'http://localhost:3000/callback'],
  logoutUrls: ['https://app.example.com/', 'http://localhost:3000/'],
}

/** A scheme of the app's own: letters and digits that begin with a letter (RFC 3986 §3.1). */
function appUrls(service: string): Urls {
  const scheme = service.toLowerCase().replace(/^[^a-z]+|[^a-z0-9]+/g, '') || 'app'
  return { callbackUrls: [`${scheme}://auth/callback`], logoutUrls: [`${scheme}://auth/logout`] }
}

function freeName(name: string, clients: Spec['clients']): string {
  const taken = new Set(clients.map(client => client.name))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
  return free
}
