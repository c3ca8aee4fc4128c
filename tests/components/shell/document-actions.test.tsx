// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readRecent } from '@/components/session/saved-documents'
import { DocumentActionsProvider } from '@/components/shell/document-actions'
import { type DocumentActions, useDocumentActions } from '@/components/shell/use-document-actions'
import { Toaster } from '@/components/ui/toast'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

/** Dialogs are fetched on demand: on a busy machine that takes a while. */
const KEY = 'cognito-scope-wizard.spec'
let actions: DocumentActions
function Reader() {
  actions = useDocumentActions()
  return null
}
const open = (document?: unknown) =>
  renderInSession(
    <DocumentActionsProvider>
      <Reader />
      <Toaster />
    </DocumentActionsProvider>,
    document,
  ).session
const step = (work: () => unknown) =>
  act(async () => {
    await work()
  })
const recent = () => readRecent().map(({ name }) => name)
const mine = { ...structuredClone(example), service: 'my-own-api' }

afterEach(() => vi.restoreAllMocks())

describe('opening another document', () => {
  it('keeps the one that was open', async () => {
    const session = open(mine)
    await step(() => actions.openExample({ ...example, service: 'an-example' }, 'An example'))
    expect(session.form.getValues().service).toBe('an-example')
    expect(recent()).toEqual(['my-own-api'])
  })

  it('does not keep an unchanged example, but keeps a changed one', async () => {
    const session = open()
    await step(() => actions.openExample({ ...example, service: 'first' }, 'First'))
    await step(() => actions.openExample({ ...example, service: 'second' }, 'Second'))
    expect(recent()).toEqual([])
    await step(() => session.edit('stage', values => ({ ...values, stage: 'prod' })))
    await step(() => actions.startBlank())
    expect(recent()).toEqual(['second'])
  })

  it('shows the problems of one that cannot be shown, and changes nothing', async () => {
    const session = open(mine)
    await step(() =>
      actions.openDocument(
        { kind: 'unreadable', errors: [{ code: 'NOT_JSON', path: '', message: 'It is not JSON.' }] },
        'some.json',
      ),
    )
    expect((await screen.findByRole('dialog')).textContent).toContain('It is not JSON.')
    await step(() => fireEvent.click(screen.getByText('Keep current document')))
    expect(session.form.getValues()).toEqual(mine)
  })
})

describe('a saved document that no form can show', () => {
  it('is reported, kept, and not written over before it is', async () => {
    const broken = { ...mine, clients: 'all of them' }
    const session = open(broken)
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('the saved document')
    expect(session.form.getValues()).toEqual(example)
    expect(localStorage.getItem(KEY)).toBe(JSON.stringify(broken))
    expect(readRecent()[0]?.text).toBe(JSON.stringify(broken))
    await step(() => fireEvent.click(screen.getByText('Fix all')))
    await step(() => fireEvent.click(screen.getByText('Open and repair')))
    expect(session.form.getValues()).toMatchObject({ service: 'my-own-api', clients: [] })
  })

  it('of a later version is not changed, whatever is done in the page', async () => {
    const later = JSON.stringify({ ...mine, version: 2 })
    const session = open(JSON.parse(later))
    await screen.findByRole('dialog')
    await step(() => fireEvent.click(screen.getByText('Start blank')))
    await step(() => session.autosave.flush())
    expect(readRecent().some(({ text }) => text === later)).toBe(true)
  })
})

describe('another tab', () => {
  it('is told of at once; its changes are loaded on demand, as a step of undo', async () => {
    const session = open(mine)
    const theirs = JSON.stringify({ ...mine, service: 'their-api' })
    localStorage.setItem(KEY, theirs)
    await step(() => dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: theirs })))
    await step(() => fireEvent.click(screen.getByText('Load those changes')))
    expect(session.form.getValues().service).toBe('their-api')
    await step(() => session.undo())
    expect(session.form.getValues().service).toBe('my-own-api')
  })
})

describe('a chunk that is gone', () => {
  it('is reported when an action needs it, and nothing is left unhandled', async () => {
    open(mine)
    const reason = Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' })
    const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason })
    await step(() => dispatchEvent(event))
    expect(event.defaultPrevented).toBe(true)
    expect(screen.getByRole('status').textContent).toContain('there is a new version, or no connection')
    expect(localStorage.getItem(KEY)).toContain('my-own-api')
  })
})
