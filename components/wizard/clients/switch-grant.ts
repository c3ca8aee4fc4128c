import type { Session } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import type { Spec } from '@/lib/document/spec'

type Client = Spec['clients'][number]
export type Grant = Client['grants'][number]

/** Grants in the order they are printed in. */
const ORDER: readonly Grant[] = ['authorization_code', 'implicit', 'client_credentials']

/**
 * Turns a grant of the client at `index` on or off. Client credentials cannot be combined: with them goes what only a
 * sign-in needs, and it returns when the client signs users in again.
 */
export function switchGrant(session: Session, index: number, grant: Grant, on: boolean) {
  const { form, itemIds, drafts } = session
  const client = form.getValues().clients[index]
  const id = itemIds.get().clients[index]
  if (!client || id === undefined) return
  const set = (next: Client) =>
    session.edit(`clients.${index}.grants`, values => ({
      ...values,
      clients: values.clients.with(index, next),
    }))

  if (grant === 'client_credentials' && on) {
    drafts.userClients.set(id, structuredClone(client))
    set(asMachine(client))
    if (client.callbackUrls.length > 0 || client.logoutUrls.length > 0)
      showDone(session, 'Machine clients have no callback URLs. They are restored if you switch back.')
    return
  }
  const before = client.grants.includes('client_credentials') && on ? drafts.userClients.get(id) : undefined
  const others = client.grants.filter(one => one !== grant && !(on && one === 'client_credentials'))
  const grants = ORDER.filter(one => others.includes(one) || (on && one === grant))
  set({ ...(before ? asUserClient(client, before) : client), grants })
}

const asMachine = ({ defaultRedirectUri: _, ...client }: Client): Client => ({
  ...client,
  grants: ['client_credentials'],
  generateSecret: true,
  scopes: client.scopes.filter(scope => scope.includes('/')),
  callbackUrls: [],
  logoutUrls: [],
})

function asUserClient(client: Client, before: Client): Client {
  const { generateSecret, scopes, callbackUrls, defaultRedirectUri, logoutUrls } = before
  return {
    ...client,
    generateSecret,
    scopes: [...scopes.filter(scope => !scope.includes('/')), ...client.scopes],
    callbackUrls,
    ...(defaultRedirectUri !== undefined && { defaultRedirectUri }),
    logoutUrls,
  }
}
