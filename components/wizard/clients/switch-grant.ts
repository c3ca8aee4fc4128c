import type { FormValues, Session } from '@/components/session/session'
import { showToast } from '@/components/ui/toast'

type Client = FormValues['clients'][number]
export type Grant = Client['grants'][number]

/** Grants in the order they are printed in. */
const ORDER: readonly Grant[] = ['authorization_code', 'implicit', 'client_credentials']

/** What a client held while it signed users in, to come back when it does again. */
const interactive = new WeakMap<Session, Map<number, Client>>()

/** Turns a grant on or off. Client credentials stand alone: with them goes what only a sign-in needs. */
export function switchGrant(session: Session, index: number, grant: Grant, on: boolean) {
  const client = session.form.getValues(`clients.${index}`) as Client
  const path = `clients.${index}.grants`
  const set = (next: Client) =>
    session.edit(path, values => ({ ...values, clients: values.clients.with(index, next) }))

  if (grant === 'client_credentials' && on) {
    const kept = interactive.get(session) ?? new Map<number, Client>()
    interactive.set(session, kept.set(index, structuredClone(client)))
    set(asMachine(client))
    if (client.callbackUrls.length > 0 || client.logoutUrls.length > 0)
      showToast({
        text: 'A machine has no redirect URIs: they come back with the other grants.',
        action: { label: 'Undo', run: session.undo },
      })
    return
  }
  const machine = client.grants.includes('client_credentials')
  const before = machine && on ? interactive.get(session)?.get(index) : undefined
  const others = client.grants.filter(one => one !== grant && !(on && one === 'client_credentials'))
  const grants = ORDER.filter(one => others.includes(one) || (on && one === grant))
  set(before ? { ...asUserClient(client, before), grants } : { ...client, grants })
}

const asMachine = (client: Client): Client => ({
  ...client,
  grants: ['client_credentials'],
  generateSecret: true,
  scopes: client.scopes.filter(scope => scope.includes('/')),
  callbackUrls: [],
  defaultRedirectUri: undefined,
  logoutUrls: [],
})

const asUserClient = (client: Client, before: Client): Client => ({
  ...client,
  generateSecret: before.generateSecret,
  scopes: [...before.scopes.filter(scope => !scope.includes('/')), ...client.scopes],
  callbackUrls: before.callbackUrls,
  defaultRedirectUri: before.defaultRedirectUri,
  logoutUrls: before.logoutUrls,
})
