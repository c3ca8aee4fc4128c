// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import Commands from '@/components/shell/commands/commands'
import { namedFields } from '@/components/shell/commands/named-fields'
import { DocumentActionsProvider } from '@/components/shell/document-actions'
import { Toaster } from '@/components/ui/toast'
import { example } from '@/lib/document/example'
import { fieldInfo } from '@/lib/document/field-info'
import { renderInSession } from '../in-session'

const push = vi.hoisted(() => vi.fn())
const page = vi.hoisted(() => ({ path: '/' }))
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }), usePathname: () => page.path }))

const onClose = vi.fn()
const open = (path = '/') => {
  page.path = path
  const close = () => {
    onClose()
    cleanup()
  }
  return renderInSession(
    <DocumentActionsProvider>
      <Commands onClose={close} />
      <Toaster />
    </DocumentActionsProvider>,
  )
}
const search = (text: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: 'Commands' }), { target: { value: text } })
const shown = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

beforeEach(() => {
  vi.clearAllMocks()
  location.hash = ''
})

describe('the list of commands', () => {
  it('names steps, pages, the document, examples and themes, and no field before a search', () => {
    open()
    const groups = within(screen.getByRole('listbox')).getAllByRole('group')
    expect(groups.map(group => group.getAttribute('aria-labelledby')).every(Boolean)).toBe(true)
    const options = shown()
    for (const label of [
      'Step 4: Endpoints',
      'Inspector',
      'Doctor',
      'Guide',
      'Open a wizard.json',
      'Save as wizard.json',
      'Share',
      'Shortcuts',
      'Start blank',
      'Recent documents',
      'Theme: Dark',
    ])
      expect(
        options.some(option => option?.includes(label)),
        label,
      ).toBe(true)
    expect(options.some(option => option?.includes('Callback URLs'))).toBe(false)
  })

  it('has nothing of the document in the doctor', () => {
    open('/doctor/')
    expect(
      shown().filter(option => /^(?:Save|Share|Undo|Redo|Start blank|Example)/.test(option ?? '')),
    ).toEqual([])
  })

  it('finds a field by its label, and asks the form for it', async () => {
    const { session } = open()
    search('callback urls')
    await waitFor(() => expect(shown()[0]).toBe('Callback URLs of user-pool-client'))
    fireEvent.click(screen.getByRole('option', { name: 'Callback URLs of user-pool-client' }))
    await waitFor(() => expect(session.focus.revealRequest.get()?.path).toBe('clients.0.callbackUrls'))
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(push).not.toHaveBeenCalled()
  })

  it('leaves out what only has the same letters somewhere', async () => {
    open()
    search('domain')
    await waitFor(() => expect(shown()).toEqual(['Domain prefix']))
    search('tdark')
    await waitFor(() => expect(shown()[0]).toMatch(/^Theme: Dark/))
  })

  it('goes to the wizard from another page', async () => {
    open('/guide/')
    search('GET /myevent')
    await waitFor(() => expect(shown()[0]).toBe('GET /myevent'))
    fireEvent.click(screen.getByRole('option', { name: 'GET /myevent' }))
    await waitFor(() => expect(push).toHaveBeenCalledWith('/'))
  })

  it('opens a step', async () => {
    open()
    fireEvent.click(screen.getByRole('option', { name: /Step 2/ }))
    await waitFor(() => expect(location.hash).toBe('#scopes'))
  })

  it('says that nothing is found', async () => {
    open()
    search('zzzz')
    await waitFor(() => expect(screen.getByText('Nothing found for “zzzz”.')).toBeTruthy())
  })
})

describe('fields by name', () => {
  const fields = namedFields(example)
  it('are those of the schema, each once', () => {
    const paths = fields.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain('userPool.domainPrefix')
    expect(paths).toContain('resourceServers.0.scopes.1')
    expect(paths).not.toContain('version')
    for (const { path, name } of fields) {
      expect(fieldInfo(path), path).toBeDefined()
      expect(name, path).not.toBe('')
    }
  })

  it('of any value are a list', () => {
    for (const value of [undefined, null, 3, 'x', [], { clients: 'x', endpoints: [null, 3, {}] }])
      expect(Array.isArray(namedFields(value))).toBe(true)
  })
})
