// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useFieldValue } from '@/components/fields/form-hooks'
import { isChunkError } from '@/components/session/chunk-error'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { readCurrent } from '@/components/session/saved-documents'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

/** Fails for one document, as a bug of ours would. */
function Fragile() {
  if (useFieldValue('service') === 'breaks') throw new Error('a bug')
  return <p>fine</p>
}

const panel = (
  <>
    <PanelBoundary name="The form">
      <Fragile />
    </PanelBoundary>
    <p>the rest</p>
  </>
)
const step = (work: () => void) => act(async () => work())
const reload = vi.fn()

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(location, 'reload').mockImplementation(reload)
})
afterEach(() => {
  vi.restoreAllMocks()
  reload.mockReset()
})

describe('a panel that fails', () => {
  it('leaves the rest of the page, and comes back with undo', async () => {
    const { session } = renderInSession(panel)
    await step(() => session.edit('service', values => ({ ...values, service: 'breaks' })))
    expect(screen.getByRole('alert').textContent).toContain('The form could not be shown')
    expect(screen.getByText('the rest')).toBeTruthy()
    await step(() => session.undo())
    expect(screen.getByText('fine')).toBeTruthy()
  })

  it('can be left by starting blank, with the document kept', async () => {
    const { session } = renderInSession(panel, { ...example, service: 'breaks' })
    expect(session.form.getValues().service).toBe('breaks')
    await step(() => fireEvent.click(screen.getByText('Start blank')))
    expect(JSON.parse(readCurrent() ?? '')).toMatchObject({ service: '' })
    expect(reload).toHaveBeenCalledTimes(1)
    // What is in memory must not be saved over it on the way out.
    session.autosave.save('overwritten')
    session.autosave.flush()
    expect(JSON.parse(readCurrent() ?? '')).toMatchObject({ service: '' })
  })
})

describe('a chunk that is missing', () => {
  it.each([
    ['ChunkLoadError', 'Loading chunk 7 failed.'],
    ['Error', 'Failed to load chunk /_next/static/chunks/1.js from module 2'],
    ['TypeError', 'Failed to fetch dynamically imported module: http://x/1.js'],
    ['TypeError', 'error loading dynamically imported module'],
    ['TypeError', 'Importing a module script failed.'],
  ])('is told from other errors: %s: %s', (name, message) => {
    expect(isChunkError(Object.assign(new Error(message), { name }))).toBe(true)
  })

  it.each([[new Error('a bug')], ['text'], [undefined], [new TypeError('x is not a function')]])(
    'is not %s',
    error => expect(isChunkError(error)).toBe(false),
  )
})
