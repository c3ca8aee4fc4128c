// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { PasteBox } from '@/components/wizard/endpoints/paste-box'
import { newApi } from '@/lib/document/presets/new-api'
import { eventually } from '../../eventually'
import { renderInSession } from '../in-session'

const input = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const paste = (value: string) => act(async () => fireEvent.change(input(), { target: { value } }))
const press = (name: RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

function open() {
  const added = vi.fn()
  const closed = vi.fn()
  const box = <PasteBox onAdded={added} onClose={closed} />
  const { session } = renderInSession(box, newApi.values)
  const paths = () => session.form.getValues().endpoints.map(({ method, path }) => `${method} ${path}`)
  return { session, added, closed, paths }
}

it('replaces the endpoint of a new API, says so before, and is undone in one step', async () => {
  const { session, added, closed, paths } = open()
  await paste('GET /orders read\nGET /health public')
  expect(screen.getByRole('status').textContent).toContain('Replaces GET /hello')
  await press(/Add 2 endpoints/)
  expect(paths()).toEqual(['GET /orders', 'GET /health'])
  expect(added.mock.calls).toEqual([[0, true]])
  expect(closed.mock.calls).toHaveLength(1)
  await act(async () => session.undo())
  expect(paths()).toEqual(['GET /hello'])
})

it('closes on Escape, not in the middle of a composed character, and keeps the text', async () => {
  const { session, closed } = open()
  await paste('GET /orders rea')
  fireEvent.keyDown(input(), { key: 'Escape', isComposing: true })
  expect(closed.mock.calls).toHaveLength(0)
  fireEvent.keyDown(input(), { key: 'Escape' })
  expect(closed.mock.calls).toHaveLength(1)
  expect(session.drafts.paste.text).toBe('GET /orders rea')
})

it('keeps what could not be read, to be corrected', async () => {
  const { closed, paths } = open()
  await paste('nonsense\nGET /orders read\ncurl \\\n  -X GET')
  expect(screen.getByRole('status').textContent).toContain('Line 3: this curl command has no address')
  await press(/Add 1 endpoint/)
  expect(paths()).toEqual(['GET /orders'])
  expect(input().value).toBe('nonsense\ncurl \\\n  -X GET')
  expect(closed.mock.calls).toHaveLength(0)
})

it('reads an OpenAPI document once its reader has arrived, and declares its scopes', async () => {
  const { session, paths } = open()
  await paste('openapi: 3.0.0\npaths:\n  /orders:\n    get:\n      security: [{ o: [read, admin] }]\n')
  await eventually(() => expect(screen.getByRole('status').textContent).toContain('1 endpoint read'))
  await press(/Add 1 endpoint/)
  expect(paths()).toEqual(['GET /orders'])
  const { resourceServers, endpoints } = session.form.getValues()
  expect(resourceServers[0]?.scopes.map(({ name }) => name)).toEqual(['read', 'write', 'admin'])
  expect(endpoints[0]?.scopes).toEqual(['my-api/read', 'my-api/admin'])
})

const scopesOf = (session: ReturnType<typeof open>['session']) =>
  session.form
    .getValues()
    .resourceServers.flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`))

it('offers to add the scopes of lines that no resource server has, with their servers', async () => {
  const { session } = open()
  await paste('GET /orders read\nPOST /pay billing/charge')
  const choice = screen.getByRole<HTMLInputElement>('checkbox', { name: /Declare this scope/ })
  expect(choice.checked).toBe(false)
  expect(screen.getByText(/Adds the resource server/).textContent).toContain('billing')
  await act(async () => fireEvent.click(choice))
  await press(/Add 2 endpoints/)
  expect(scopesOf(session)).toEqual(['my-api/read', 'my-api/write', 'billing/charge'])
})

it('leaves scopes of lines out when that is not chosen', async () => {
  const { session } = open()
  await paste('POST /pay billing/charge')
  await press(/Add 1 endpoint/)
  expect(scopesOf(session)).toEqual(['my-api/read', 'my-api/write'])
})
