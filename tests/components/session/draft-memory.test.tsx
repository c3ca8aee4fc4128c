// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '@/components/session/session'
import { switchGrant } from '@/components/wizard/clients/switch-grant'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

const client = (name: string) => ({
  ...structuredClone(example.clients[0]!),
  name,
  grants: ['authorization_code' as const],
  callbackUrls: [`${name}://auth/login`],
  defaultRedirectUri: `${name}://auth/login`,
  logoutUrls: [`${name}://auth/logout`],
})
const twoClients = { ...example, clients: [client('first'), client('second')] }

let session: Session
const clients = () => session.form.getValues().clients
const edit = (work: () => void) => act(async () => work())

beforeEach(() => {
  session = renderInSession(null, twoClients).session
})

describe('what a client had while it signed users in', () => {
  it('returns to it', async () => {
    await edit(() => switchGrant(session, 1, 'client_credentials', true))
    expect(clients()[1]).toMatchObject({ callbackUrls: [], logoutUrls: [], generateSecret: true })
    await edit(() => switchGrant(session, 1, 'authorization_code', true))
    expect(clients()[1]).toEqual(twoClients.clients[1])
  })

  it('is never given to another client at the same place in the list', async () => {
    await edit(() => switchGrant(session, 0, 'client_credentials', true))
    await edit(() => session.edit('Delete client', all => ({ ...all, clients: all.clients.slice(1) })))
    await edit(() =>
      session.edit('Add grant', all => ({
        ...all,
        clients: [{ ...all.clients[0]!, grants: ['client_credentials'], callbackUrls: [] }],
      })),
    )
    await edit(() => switchGrant(session, 0, 'authorization_code', true))
    expect(clients()[0]?.name).toBe('second')
    expect(JSON.stringify(clients())).not.toContain('first://')
  })

  it('follows it when a client before it is removed, and after undo', async () => {
    await edit(() => switchGrant(session, 1, 'client_credentials', true))
    await edit(() => session.edit('Delete client', all => ({ ...all, clients: all.clients.slice(1) })))
    await edit(() => switchGrant(session, 0, 'authorization_code', true))
    expect(clients()[0]?.callbackUrls).toEqual(['second://auth/login'])
    await edit(() => session.undo())
    await edit(() => session.undo())
    expect(clients().map(({ name }) => name)).toEqual(['first', 'second'])
    await edit(() => switchGrant(session, 1, 'authorization_code', true))
    expect(clients()[1]?.callbackUrls).toEqual(['second://auth/login'])
    expect(clients()[0]?.callbackUrls).toEqual(['first://auth/login'])
  })

  it('does not reach another document', async () => {
    await edit(() => switchGrant(session, 0, 'client_credentials', true))
    await edit(() =>
      session.replace(
        structuredClone({
          ...twoClients,
          clients: [{ ...client('other'), grants: ['client_credentials'], callbackUrls: [] }],
        }),
        'Opened',
      ),
    )
    await edit(() => switchGrant(session, 0, 'authorization_code', true))
    expect(JSON.stringify(clients())).not.toContain('first://')
  })
})
