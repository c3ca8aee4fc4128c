// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { DocumentActionsProvider } from '@/components/shell/document-actions'
import { startScript } from '@/components/shell/start/first-visit'
import { Start } from '@/components/shell/start/start'
import { StartBand } from '@/components/shell/start/start-band'
import { example } from '@/lib/document/example'
import { eventually } from '../../eventually'
import { renderInSession } from '../in-session'

const step = (work: () => unknown) =>
  act(async () => {
    await work()
  })
/** Whether the next page would show the doors: the script of its head decides. */
function wouldShow(address = '/'): boolean {
  history.replaceState(null, '', address)
  delete document.documentElement.dataset.start
  // biome-ignore lint/security/noGlobalEval: it is what the page runs
  globalThis.eval(startScript)
  return document.documentElement.dataset.start !== undefined
}
function open(saved?: unknown) {
  const { session } = renderInSession(
    <DocumentActionsProvider>
      <StartBand>
        <Start />
      </StartBand>
    </DocumentActionsProvider>,
    saved,
  )
  return session
}

beforeEach(() => localStorage.clear())

it('shows on the first visit, and again as long as nothing was chosen', () => {
  expect(wouldShow()).toBe(true)
  open()
  expect(document.documentElement.dataset.start).toBe('')
  expect(wouldShow()).toBe(true)
})

it.each(['New API', 'Inspect a token', 'Check a template', 'Open my file', 'Close'])(
  '"%s" closes it for good',
  async name => {
    open()
    expect(wouldShow()).toBe(true)
    const door = screen.getAllByText((_, element) => {
      const words = `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`
      return element?.matches('button, a') === true && words.includes(name)
    })[0]!
    door.addEventListener('click', event => event.preventDefault())
    await step(() => fireEvent.click(door))
    expect(document.documentElement.dataset.start).toBeUndefined()
    expect(wouldShow()).toBe(false)
  },
)

it('"New API" opens a document whose name is to be typed over', async () => {
  const session = open()
  await step(() => fireEvent.click(screen.getByText('New API')))
  await eventually(() => expect(session.form.getValues().service).toBe('my-api'))
  expect(session.focus.revealRequest.get()).toMatchObject({ path: 'service', select: true })
})

it.each<[string, (session: ReturnType<typeof open>) => void]>([
  ['an edit', session => session.edit('stage', values => ({ ...values, stage: 'prod' }))],
  ['a document that is opened', session => session.replace({ ...example, service: 'theirs' }, 'Opened')],
  ['an example that is chosen', session => session.replace(example, 'Example', { pristine: 'example' })],
])('%s closes it for good', async (_, change) => {
  const session = open()
  await step(() => change(session))
  expect(wouldShow()).toBe(false)
})

it('a saved document and a shared link leave it closed', () => {
  localStorage.setItem('cognito-scope-wizard.spec', JSON.stringify(example))
  expect(wouldShow()).toBe(false)
  localStorage.clear()
  expect(wouldShow('/#s=abc')).toBe(false)
  expect(wouldShow('/')).toBe(false)
})
