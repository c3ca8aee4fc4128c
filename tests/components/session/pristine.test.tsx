// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Session, SessionProvider, useSession } from '@/components/session/session'
import { example } from '@/lib/document/example'
import { newApi } from '@/lib/document/presets/new-api'
import { singlePageApp } from '@/lib/document/presets/single-page-app'
import { renderInSession } from '../in-session'

const step = (work: () => void) => act(async () => work())
const setStage = (session: Session, stage: string) =>
  step(() => session.edit('stage', values => ({ ...values, stage })))

/** Leaves the page and opens it again, with what the browser has kept. */
async function reload(): Promise<Session> {
  await step(() => dispatchEvent(new Event('pagehide')))
  cleanup()
  let session: Session | undefined
  function Reader() {
    session = useSession()
    return null
  }
  render(
    <SessionProvider>
      <Reader />
    </SessionProvider>,
  )
  if (!session) throw new Error('the session was not rendered')
  return session
}

it('is an example until it is edited, and again when the edit is undone', async () => {
  const { session } = renderInSession(null)
  expect(session.history.pristine.get()).toBe('example')
  await setStage(session, 'prod')
  expect(session.history.pristine.get()).toBeUndefined()
  await step(session.undo)
  expect(session.history.pristine.get()).toBe('example')
  await step(session.redo)
  expect(session.history.pristine.get()).toBeUndefined()
})

it.each([
  ['another example', singlePageApp.values, 'example'],
  ['a form to fill in', newApi.values, 'form'],
] as const)('%s is pristine after a reload too, until it is edited', async (_, values, kind) => {
  const { session } = renderInSession(null)
  await step(() => session.replace(structuredClone(values), 'opened', { pristine: kind }))
  expect(session.history.pristine.get()).toBe(kind)
  const again = await reload()
  expect(again.form.getValues().service).toBe(values.service)
  expect(again.history.pristine.get()).toBe(kind)
  await setStage(again, 'prod')
  expect(again.history.pristine.get()).toBeUndefined()
  expect((await reload()).history.pristine.get()).toBeUndefined()
})

it("a document of one's own is not, from a file or from this browser", async () => {
  const { session } = renderInSession(null, { ...example, service: 'mine' })
  expect(session.history.pristine.get()).toBeUndefined()
  await step(() => session.replace({ ...example, service: 'other' }, 'Opened a file'))
  expect(session.history.pristine.get()).toBeUndefined()
})
