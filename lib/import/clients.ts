import { REFRESH_TOKEN_DAYS, TOKEN_MINUTES } from '../aws/limits'
import { isReservedScope } from '../aws/scopes'
import { setting } from '../deployed/client'
import type { Client } from '../deployed/deployed'
import { isEmpty, listingOf, propertyAt } from '../deployed/questions'
import { checkRedirectUri } from '../document/redirect-uri'
import { importClientFlows } from './client-flows'
import { noteClientLosses } from './client-losses'
import { isKnownAs, knownText, knownTexts } from './known-text'
import { type Names, resourceName } from './names'
import { type Notes, noteChanges } from './report'
import { canBeDeclared } from './resource-servers'

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

/** What the clients of an import are found in. */
interface Context {
  readonly names: Names
  readonly notes: Notes
  /** The pool of the spec is a deployed one, with its identity providers. */
  readonly isPoolDeployed: boolean
}

/** The clients that are known to have an OAuth grant; clients of the SDK alone cannot be expressed. */
export function importClients(
  clients: readonly Client[],
  used: readonly string[],
  context: Context,
): readonly ImportedClient[] {
  const { notes } = context
  const found = clients.flatMap(client => {
    const written = setting(client, 'AllowedOAuthFlows')
    const flows = knownTexts(written).filter(flow => GRANTS[flow] !== undefined)
    const at = client.at
    const what = `client ${client.id}`
    if (flows.length === 0) {
      notes.entries.push({
        what,
        at,
        how: 'left-out',
        into: null,
        why:
          isEmpty(listingOf(written)).is === true
            ? 'It signs users in through the SDK only, which the spec cannot express.'
            : 'The files show no OAuth grant that a spec can have.',
      })
      return []
    }
    return [toImported(client, flows, context)]
  })
  if (found.length > 0) return found
  notes.entries.push({
    what: 'client change-me',
    at: null,
    how: 'invented',
    into: 'clients.0',
    why: 'The files contain no client of the user pool with an OAuth grant, and the spec requires one.',
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

function toImported(client: Client, flows: readonly string[], context: Context): ImportedClient {
  const { names, notes, isPoolDeployed } = context
  const grants = flows.flatMap(flow => GRANTS[flow] ?? [])
  const isMachine = grants.includes('client_credentials')
  const changed = noteChanges(client, notes)
  const own = isMachine ? ['client_credentials'] : grants
  if (own.length < grants.length) changed('grants', 'client_credentials must be the only grant.')
  const listed = [...new Set(knownTexts(setting(client, 'AllowedOAuthScopes')).filter(canBeDeclared))]
  const scopes = isMachine ? listed.filter(scope => !isReservedScope(scope)) : withOpenid(listed)
  if (scopes.length !== listed.length)
    changed(
      'scopes',
      isMachine ? 'Machine clients can have only custom scopes.' : 'email, phone and profile require openid.',
    )
  const urls = knownTexts(setting(client, 'CallbackURLs')).filter(isUri)
  const callbackUrls = isMachine ? [] : urls.length > 0 ? urls : [CALLBACK]
  const preferred = knownText(setting(client, 'DefaultRedirectURI'))
  const defaultRedirectUri =
    preferred !== undefined && callbackUrls.includes(preferred) ? preferred : undefined
  if (defaultRedirectUri === undefined && setting(client, 'DefaultRedirectURI').kind !== 'absent')
    changed('default redirect URI', 'It is not known, or not one of the callback URLs.')
  const named = setting(client, 'ClientName')
  const written = names.withoutStage(knownText(named) ?? client.id)
  const name = resourceName(written)
  if (name !== written || (named.kind !== 'absent' && knownText(named) === undefined))
    changed('name', 'It is not known, is too long, or has other characters than names of a spec.')
  const secret = setting(client, 'GenerateSecret')
  const hasSecret = isKnownAs(/^(?:true|yes)$/i, secret)
  if (isMachine ? !hasSecret : secret.kind !== 'absent' && knownText(secret) === undefined)
    changed('secret', isMachine ? 'Machine clients have one.' : 'It is not known whether there is one.')
  const logoutUrls = isMachine ? [] : knownTexts(setting(client, 'LogoutURLs')).filter(isUri)
  const providers = isPoolDeployed ? knownTexts(setting(client, 'SupportedIdentityProviders')) : []
  const identityProviders = !isMachine && providers.length > 0 ? [...new Set(providers)] : ['COGNITO']
  const isCallbackInvented = !isMachine && urls.length === 0
  // What was left out for another reason is noted already.
  const lists = { flows, scopes: listed, callbackUrls, logoutUrls, identityProviders }
  noteClientLosses(client, lists, notes)
  const validity = tokenValidity(client, () =>
    changed(
      'token validity',
      'It is not known, or the spec has no such time: whole minutes, and days to refresh.',
    ),
  )
  return {
    client,
    isCallbackInvented,
    value: {
      name,
      grants: own,
      generateSecret: isMachine || hasSecret,
      scopes: scopes.length > 0 ? scopes : [isMachine ? MACHINE_SCOPE : 'openid'],
      callbackUrls,
      ...(defaultRedirectUri !== undefined && { defaultRedirectUri }),
      logoutUrls,
      identityProviders,
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
function tokenValidity(client: Client, inexact: () => void) {
  let isExact = true
  const minutes = (key: string, unit: string, preset: string): number | undefined => {
    const term = setting(client, key)
    const amount = knownText(term)
    if (amount === undefined && term.kind !== 'absent') isExact = false
    const named = knownText(propertyAt(client.settings, ['TokenValidityUnits', unit])) ?? preset
    return amount === undefined ? undefined : Number(amount) * (MINUTES[named] ?? Number.NaN)
  }
  const within = (value: number, { min, max }: { readonly min: number; readonly max: number }) => {
    const rounded = Math.min(max, Math.max(min, Math.round(value) || min))
    if (rounded !== value) isExact = false
    return rounded
  }
  const access = minutes('AccessTokenValidity', 'AccessToken', 'hours')
  const id = minutes('IdTokenValidity', 'IdToken', 'hours')
  const refresh = minutes('RefreshTokenValidity', 'RefreshToken', 'days')
  const validity = {
    accessTokenMinutes: within(access ?? 60, TOKEN_MINUTES),
    idTokenMinutes: within(id ?? 60, TOKEN_MINUTES),
    refreshTokenDays: within(refresh === undefined ? 30 : refresh / 1440, REFRESH_TOKEN_DAYS),
  }
  if (!isExact) inexact()
  return access === undefined && id === undefined && refresh === undefined ? undefined : validity
}
