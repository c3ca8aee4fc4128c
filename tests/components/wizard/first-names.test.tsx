// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ServiceName } from '@/components/wizard/parts/service-name'
import { newApi } from '@/lib/document/presets/new-api'
import { renderInSession } from '../in-session'

const type = (value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox'), { target: { value } }))

it('the names follow what is typed, also before their code has arrived; undo takes all of it back', async () => {
  const { session } = renderInSession(<ServiceName />, newApi.values)
  await act(async () => fireEvent.focus(screen.getByRole('textbox')))
  for (const name of ['s', 'sh', 'shop']) await type(name)
  const values = () => session.form.getValues()
  await vi.waitFor(() => expect(values().api.name).toBe('shop'), 30_000)
  expect(values()).toMatchObject({
    service: 'shop',
    userPool: { name: 'shop-users', domainPrefix: 'shop' },
    resourceServers: [{ identifier: 'shop', name: 'Shop API' }],
    clients: [{ scopes: ['openid', 'email', 'shop/read', 'shop/write'] }],
  })
  await act(async () => session.undo())
  expect(values()).toMatchObject({ service: 'my-api', api: { name: 'my-api' } })
})

it('a name that was edited is never changed again', async () => {
  const { session } = renderInSession(<ServiceName />, newApi.values)
  await act(async () =>
    session.edit('api.name', values => ({ ...values, api: { ...values.api, name: 'gateway' } })),
  )
  await act(async () => fireEvent.focus(screen.getByRole('textbox')))
  await type('shop')
  await vi.waitFor(
    () => expect(session.form.getValues().userPool).toMatchObject({ name: 'shop-users' }),
    30_000,
  )
  expect(session.form.getValues().api.name).toBe('gateway')
})
