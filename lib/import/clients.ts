import { isReservedScope } from '../aws/scopes'
import { setting } from '../deployed/access'
import type { Client } from '../deployed/deployed'
import { propertyAt } from '../deployed/questions'
import { checkRedirectUri } from '../document/redirect-uri'
import { importClientFlows } from './client-flows'
import { isKnownAs, knownText, knownTexts } from './known-text'
import { type Names, resourceName } from './names'
import { type Notes, noteChanges } from './report'

/** A client of the spec, not checked yet. */
export interface ImportedClient {
  readonly client: Client | undefined
  readonly value: Readonly<Record<string, unknown>> & {
    readonly name: string
    readonly scopes: readonly string[]
  }
  /** The callback URL is ours. */
  readonly isCallbackInvented: boolean
}

const CALLBACK = 'https://change.me/callback'
/** For a machine whose scopes the files do not show: the spec requires one, and declares it as invented. */
const MACHINE_SCOPE = 'change-me/read'
const GRANTS: Readonly<Record<string, string>> = {
  code: 'authorization_code',
  implicit: 'implicit',
  client_credentials: 'client_credentials',
}

/** The clients that have an OAuth grant; clients of the SDK alone cannot be expressed. */
export function importClients(
  clients: readonly Client[],
  used: readonly string[],
  names: Names,
  notes: Notes,
): readonly ImportedClient[] {
  const found = clients.flatMap(client => {
    const grants = knownTexts(setting(client, 'AllowedOAuthFlows')).flatMap(flow => GRANTS[flow] ?? [])
    const at = client.at
    const what = `client ${client.id}`
    if (grants.length === 0) {
      notes.entries.push({
        what,
        at,
        how: 'left-out',
        into: null,
        why: 'It signs users in through the SDK only, which the spec cannot express.',
      })
      return []
    }
    return [toImported(client, grants, names, notes)]
  })
  if (found.length > 0) return found
  notes.entries.push({
    what: 'client change-me',
    at: null,
    how: 'invented',
    into: 'clients.0',
    why: 'The files contain no client with an OAuth grant, and the spec requires one.',
  })
  // A scope that is not written in full cannot be declared, so that no client can have it.
  const full = used.filter(scope => scope.includes('/') || isReservedScope(scope))
  const scopes = full.length > 0 ? withOpenid(full) : ['openid']
  return [
    {
      client: undefined,
      isCallbackInvented: false,
      value: { name: 'change-me', grants: ['authorization_code'], scopes, callbackUrls: [CALLBACK] },
    },
  ]
}

function toImported(client: Client, grants: readonly string[], names: Names, notes: Notes): ImportedClient {
  const isMachine = grants.includes('client_credentials')
  const changed = noteChanges(client, notes)
  const own = isMachine ? ['client_credentials'] : grants
  if (own.length < grants.length) changed('grants', 'client_credentials must be the only grant.')
  const listed = [...new Set(knownTexts(setting(client, 'AllowedOAuthScopes')))]
  const scopes = isMachine ? listed.filter(scope => !isReservedScope(scope)) : withOpenid(listed)
  if (scopes.length !== listed.length)
    changed(
      'scopes',
      isMachine ? 'Machine clients can have only custom scopes.' : 'email, phone and profile require openid.',
    )
  const urls = knownTexts(setting(client, 'CallbackURLs')).filter(isUri)
  const callbackUrls = isMachine ? [] : urls.length > 0 ? urls : [CALLBACK]
  const preferred = knownText(setting(client, 'DefaultRedirectURI'))
  const name = knownText(setting(client, 'ClientName')) ?? client.id
  const validity = tokenValidity(client)
  return {
    client,
    isCallbackInvented: !isMachine && urls.length === 0,
    value: {
      name: resourceName(names.withoutStage(name)),
      grants: own,
      generateSecret: isMachine || isKnownAs(/^(?:true|yes)$/i, setting(client, 'GenerateSecret')),
      scopes: scopes.length > 0 ? scopes : [isMachine ? MACHINE_SCOPE : 'openid'],
      callbackUrls,
      ...(preferred !== undefined && callbackUrls.includes(preferred) && { defaultRedirectUri: preferred }),
      logoutUrls: isMachine ? [] : knownTexts(setting(client, 'LogoutURLs')).filter(isUri),
      ...(validity && { tokenValidity: validity }),
      ...importClientFlows(client, isMachine, notes),
    },
  }
}

const withOpenid = (scopes: readonly string[]): readonly string[] =>
  !scopes.includes('openid') && scopes.some(scope => /^(?:email|phone|profile)$/.test(scope))
    ? ['openid', ...scopes]
    : scopes

const isUri = (uri: string): boolean => 'kind' in checkRedirectUri(uri)

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 }

/** Lifetimes in the units of the spec; undefined where Cognito's defaults count. */
function tokenValidity(client: Client) {
  const minutes = (key: string, unit: string, preset: string): number | undefined => {
    const amount = knownText(setting(client, key))
    const named = knownText(propertyAt(client.settings, ['TokenValidityUnits', unit])) ?? preset
    return amount === undefined ? undefined : Math.round(Number(amount) * (MINUTES[named] ?? Number.NaN))
  }
  const access = minutes('AccessTokenValidity', 'AccessToken', 'hours')
  const id = minutes('IdTokenValidity', 'IdToken', 'hours')
  const refresh = minutes('RefreshTokenValidity', 'RefreshToken', 'days')
  if (access === undefined && id === undefined && refresh === undefined) return undefined
  const within = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value || min))
  return {
    accessTokenMinutes: within(access ?? 60, 5, 1440),
    idTokenMinutes: within(id ?? 60, 5, 1440),
    refreshTokenDays: within(Math.round(refresh === undefined ? 30 : refresh / 1440), 1, 3650),
  }
}
