// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { TextField } from '@/components/fields/text-field'
import { readRecent } from '@/components/session/saved-documents'
import { type Session, SessionProvider, useSession } from '@/components/session/session'
import { example } from '@/lib/document/example'
import { renderInSession } from '../in-session'

let session: Session
const step = (work: () => void) => act(async () => work())
const type = (value: string) =>
  step(() => fireEvent.change(screen.getByRole('textbox'), { target: { value } }))
const field = <TextField path="service" />

/** Leaves the page and opens it again, with what the browser has kept. */
async function reload() {
  await step(() => dispatchEvent(new Event('pagehide')))
  cleanup()
  function Reader() {
    session = useSession()
    return field
  }
  render(
    <SessionProvider>
      <Reader />
    </SessionProvider>,
  )
}

beforeEach(() => {
  session = renderInSession(field).session
})

describe('undo', () => {
  it('takes back a burst of keystrokes as one step, in the document and in the field', async () => {
    await type('a')
    await type('ab')
    expect(session.history.get()).toEqual({ undo: 'service' })
    await step(() => session.undo())
    expect(session.form.getValues().service).toBe(example.service)
    expect(screen.getByRole('textbox')).toHaveProperty('value', example.service)
    await step(() => session.redo())
    expect(session.form.getValues().service).toBe('ab')
  })

  it('survives a reload, redo too', async () => {
    await type('first')
    await step(() => session.edit('stage', values => ({ ...values, stage: 'prod' })))
    await step(() => session.undo())
    await reload()
    expect(session.form.getValues()).toMatchObject({ service: 'first', stage: 'dev' })
    expect(session.history.get()).toEqual({ undo: 'service', redo: 'stage' })
    await step(() => session.redo())
    expect(session.form.getValues().stage).toBe('prod')
    await step(() => session.undo())
    await step(() => session.undo())
    expect(session.form.getValues().service).toBe(example.service)
  })

  it.each(['{', '7', '{"service": {}}', '{"version": 99}'])(
    'that was altered by hand (%s) is passed over, and what is typed next is safe',
    async altered => {
      await type('first')
      await step(() => session.edit('stage', values => ({ ...values, stage: 'prod' })))
      await step(() => dispatchEvent(new Event('pagehide')))
      const key = 'cognito-scope-wizard.history'
      const saved = JSON.parse(localStorage.getItem(key) ?? '')
      saved.past.at(-1).snapshot.text = altered
      cleanup()
      localStorage.setItem(key, JSON.stringify(saved))
      session = renderHere()
      await step(() => session.engine.load())
      await step(() => session.undo())
      expect(session.form.getValues()).toMatchObject({ service: example.service, stage: 'dev' })
      await type('second')
      expect(session.form.getValues().service).toBe('second')
      await step(() => session.undo())
      expect(session.form.getValues().service).toBe(example.service)
    },
  )

  it('of another document does not come back with a document that was saved since', async () => {
    await type('first')
    await step(() => dispatchEvent(new Event('pagehide')))
    localStorage.setItem('cognito-scope-wizard.spec', JSON.stringify({ ...example, service: 'other' }))
    cleanup()
    session = renderHere()
    expect(session.form.getValues().service).toBe('other')
    expect(session.history.get()).toEqual({})
  })

  it('of an opened document brings back the one before, which is among the recent ones too', async () => {
    await type('mine')
    await step(() => session.replace({ ...structuredClone(example), service: 'opened' }, 'Opened a file'))
    expect(readRecent().map(({ name }) => name)).toEqual(['mine'])
    await step(() => session.undo())
    expect(session.form.getValues().service).toBe('mine')
  })
})

function renderHere(): Session {
  let found: Session | undefined
  function Reader() {
    found = useSession()
    return field
  }
  render(
    <SessionProvider>
      <Reader />
    </SessionProvider>,
  )
  if (!found) throw new Error('not rendered')
  return found
}
