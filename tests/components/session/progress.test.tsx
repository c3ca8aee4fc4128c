// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { isTouched } from '@/components/session/progress'
import { blank } from '@/lib/document/presets/blank'
import { machineToMachine } from '@/lib/document/presets/machine-to-machine'
import { renderInSession } from '../in-session'

/** Opens a document, and waits for the compiler: it finds the errors. */
async function open(document: unknown) {
  const { session } = renderInSession(null, document)
  await act(() => session.engine.load())
  return session
}
type Session = Awaited<ReturnType<typeof open>>
const problems = ({ progress }: Session) => progress.get().problems.map(({ path }) => path)
const unfilled = ({ progress }: Session) => progress.get().unfilled.map(({ path }) => path)
const touch = ({ touched }: Session, path: string) =>
  act(async () => touched.set(new Set([...touched.get(), path])))

describe('what is not filled in', () => {
  it('is no problem in an empty form', async () => {
    const session = await open(blank.values)
    expect(problems(session)).toEqual([])
    expect(unfilled(session)).toContain('clients.0.callbackUrls')
    expect(unfilled(session)).toHaveLength(12)
  })

  it('is one once its field was left, and stays one when others are', async () => {
    const session = await open(blank.values)
    await touch(session, 'service')
    expect(problems(session)).toEqual(['service'])
    await act(async () => session.form.setValue('stage', 'UPPER'))
    expect(problems(session)).toEqual(['service', 'stage'])
  })

  it('is one when a value was lost, whatever took it away', async () => {
    const session = await open(machineToMachine.values)
    await act(async () =>
      session.edit('Delete scopes', values => ({
        ...values,
        endpoints: values.endpoints.map(endpoint => ({ ...endpoint, scopes: [] })),
      })),
    )
    expect(problems(session)).toContain('endpoints.0.scopes')
    expect(unfilled(session)).toEqual([])
  })

  it('is none in an item that was just added', async () => {
    const session = await open(machineToMachine.values)
    const before = problems(session)
    await act(async () =>
      session.edit('Add resource server', values => ({
        ...values,
        resourceServers: [...values.resourceServers, { identifier: '', name: '', scopes: [] }],
      })),
    )
    expect(problems(session)).toEqual(before)
    expect(unfilled(session)).toContain('resourceServers.1.identifier')
  })

  it('stays as it was in each document when undo leads from one to another', async () => {
    const session = await open(machineToMachine.values)
    await act(async () => {
      session.replace(structuredClone(blank.values), 'Start blank')
      session.touched.set(new Set())
    })
    await act(async () => session.undo())
    expect(problems(session)).toEqual([])
    await act(async () => session.redo())
    expect([problems(session), unfilled(session).length]).toEqual([[], 12])
  })
})

describe('a touched field', () => {
  it.each([
    ['service', 'service', true],
    ['clients.0.callbackUrls.1', 'clients.0.callbackUrls', true],
    ['clients.0.tokenValidity.accessTokenMinutes', 'clients.0.tokenValidity', true],
    ['clients.0.name', 'clients', false],
    ['endpoints.3.path', 'endpoints', false],
    ['resourceServers.0.scopes.1.name', 'resourceServers.0.scopes', false],
    ['clients.1.name', 'clients.0', false],
    ['stage', 'service', false],
  ])('%s, when %s was touched: %s', (path, field, is) => {
    expect(isTouched(path, new Set([field]))).toBe(is)
  })
})
