// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Session, SessionProvider, useSession } from '@/components/session/session'
import type { StepId } from '@/components/session/step-address'
import { useStepState } from '@/components/wizard/rail'
import { type Step, steps } from '@/components/wizard/steps'
import { example } from '@/lib/document/example'
import { newApi } from '@/lib/document/presets/new-api'
import { eventually } from '../../eventually'
import { renderInSession } from '../in-session'

const step = (work: () => unknown) => act(async () => work())
const open = (session: Session, ...ids: (StepId | undefined)[]) =>
  step(() => {
    for (const id of ids) session.seenSteps.open(id)
  })
const setStage = (session: Session, stage: string) =>
  step(() => session.edit('stage', values => ({ ...values, stage })))

const Tick = ({ of }: { readonly of: Step }) => (useStepState(of).state === 'ok' ? `${of.id} ` : '')
const Ticks = () => (
  <output>
    {steps.map(each => (
      <Tick key={each.id} of={each} />
    ))}
  </output>
)
const ticks = () => screen.getByRole('status').textContent?.trim()

/** The last step gets its tick only when the findings are known: from the compiler, which the page fetches later. */
const check = (session: Session) => step(() => session.engine.load())

async function startNewApi() {
  const { session } = renderInSession(<Ticks />, null)
  await open(session, 'service')
  await step(() => session.replace(structuredClone(newApi.values), 'New API', { pristine: 'form' }))
  return session
}

describe('a step of a new API gets its tick', () => {
  it('not before anything is changed, also when it is looked at', async () => {
    const session = await startNewApi()
    await open(session, 'scopes', 'clients', 'review', 'service')
    expect(ticks()).toBe('')
  })

  it('when something is changed in it, and no other step with it', async () => {
    const session = await startNewApi()
    await setStage(session, 'prod')
    expect(ticks()).toBe('service')
  })

  it('when it is left after the first change; the last one when it is opened', async () => {
    const session = await startNewApi()
    await setStage(session, 'prod')
    await open(session, 'scopes')
    expect(ticks()).toBe('service')
    await open(session, 'clients')
    expect(ticks()).toBe('service scopes')
    await open(session, 'review')
    await check(session)
    await eventually(() => expect(ticks()).toBe('service scopes clients review'))
  })

  it('no more when all is undone', async () => {
    const session = await startNewApi()
    await setStage(session, 'prod')
    await step(session.undo)
    expect(ticks()).toBe('')
  })
})

const ALL = steps.map(({ id }) => id).join(' ')

it("has every tick in a document of one's own, from a file or from this browser", async () => {
  const { session } = renderInSession(<Ticks />, { ...newApi.values, service: 'mine' })
  await check(session)
  await eventually(() => expect(ticks()).toBe(ALL))
  await step(() => session.replace(structuredClone(newApi.values), 'New API', { pristine: 'form' }))
  expect(ticks()).toBe('')
  await step(() => session.replace({ ...newApi.values, service: 'other' }, 'Opened a file'))
  await eventually(() => expect(ticks()).toBe(ALL))
  await step(session.undo)
  expect(ticks()).toBe('')
})

it('keeps the ticks of a new API when the page is loaded again', async () => {
  const session = await startNewApi()
  await setStage(session, 'prod')
  await open(session, 'scopes', 'clients')
  await step(() => dispatchEvent(new Event('pagehide')))
  cleanup()
  let again: Session | undefined
  function Reader() {
    again = useSession()
    return null
  }
  render(
    <SessionProvider>
      <Reader />
      <Ticks />
    </SessionProvider>,
  )
  expect(again?.form.getValues().stage).toBe('prod')
  expect(ticks()).toBe('service scopes')
})

it('the first example has none either', () => {
  renderInSession(<Ticks />)
  expect(ticks()).toBe('')
  expect(example.service).toBe('example-api')
})
