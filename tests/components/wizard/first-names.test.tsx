// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { FormValues } from '@/components/session/session'
import { ServiceName } from '@/components/wizard/parts/service-name'
import { newApi } from '@/lib/document/presets/new-api'
import { eventually } from '../../eventually'
import { renderInSession } from '../in-session'

const type = (value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox'), { target: { value } }))

it('the names follow what is typed, also before their code has arrived; undo takes all of it back', async () => {
  const { session } = renderInSession(<ServiceName />, newApi.values)
  await act(async () => fireEvent.focus(screen.getByRole('textbox')))
  for (const name of ['s', 'sh', 'shop']) await type(name)
  const values = () => session.form.getValues()
  await eventually(() => expect(values().api.name).toBe('shop'))
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
  await eventually(() => expect(session.form.getValues().userPool).toMatchObject({ name: 'shop-users' }))
  expect(session.form.getValues().api.name).toBe('gateway')
})

it('names that arrive late belong to the step of typing, and are dropped after another change', async () => {
  const { session } = renderInSession(null, newApi.values)
  const rename = (values: FormValues) => ({ ...values, api: { ...values.api, name: 'late' } })
  const typeName = (service: string) => {
    act(() => session.edit('service', values => ({ ...values, service })))
    return session.history.current()
  }
  vi.spyOn(performance, 'now').mockReturnValue(1e6)
  const typed = typeName('shop')
  vi.spyOn(performance, 'now').mockReturnValue(1e7)
  act(() => session.edit('service', rename, typed))
  expect(session.form.getValues()).toMatchObject({ service: 'shop', api: { name: 'late' } })
  act(() => session.undo())
  expect(session.form.getValues()).toMatchObject({ service: 'my-api', api: { name: 'my-api' } })

  const again = typeName('shop')
  act(() => session.edit('stage', values => ({ ...values, stage: 'prod' })))
  act(() => session.edit('service', rename, again))
  expect(session.form.getValues()).toMatchObject({ service: 'shop', stage: 'prod', api: { name: 'my-api' } })
  expect(session.history.get().undo).toBe('stage')
  vi.restoreAllMocks()
})
