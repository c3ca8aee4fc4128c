// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { useCallback, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useField } from '@/components/session/use-field'
import { useReveal } from '@/components/wizard/reveal'
import type { View } from '@/components/wizard/view-tabs'
import { renderInSession } from '../in-session'

const Control = ({ path }: { readonly path: string }) => <input aria-label={path} {...useField(path)} />
const focused = () => document.activeElement?.getAttribute('aria-label') ?? null
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))

let mount: (paths: readonly string[]) => void
let setView: (view: View) => void

function Page({ initial }: { readonly initial: readonly string[] }) {
  const [paths, setPaths] = useState(initial)
  const [view, changeView] = useState<View>('form')
  mount = setPaths
  setView = changeView
  useReveal(
    view,
    useCallback(() => changeView('form'), []),
  )
  return paths.map(path => <Control key={path} path={path} />)
}

const open = (...initial: string[]) => renderInSession(<Page initial={initial} />).session.focus

beforeEach(() => {
  vi.useFakeTimers()
  // happy-dom has no layout: what is in the page counts as visible.
  HTMLElement.prototype.checkVisibility = function checkVisibility() {
    return this.isConnected
  }
})
afterEach(() => vi.useRealTimers())

describe('revealing a field', () => {
  it('focuses one that is mounted', async () => {
    const focus = open('service', 'stage')
    await act(async () => focus.reveal('stage'))
    await pass(20)
    expect(focused()).toBe('stage')
    expect(focus.revealRequest.get()).toBeUndefined()
  })

  it('waits for one that is mounted later, and opens its step', async () => {
    const focus = open('service')
    await act(async () => focus.reveal('clients.0.name'))
    await pass(300)
    expect(location.hash).toBe('#clients')
    await act(async () => mount(['clients.0.name']))
    await pass(20)
    expect(focused()).toBe('clients.0.name')
  })

  it('takes the list of an item, and the nearest field when nothing else is mounted', async () => {
    const focus = open('clients.0.scopes', 'clients.0.name')
    await act(async () => focus.reveal('clients.0.scopes.3'))
    await pass(20)
    expect(focused()).toBe('clients.0.scopes')
    await act(async () => focus.reveal('clients.0.tokenValidity.idTokenMinutes'))
    await pass(20)
    expect(focused()).toBe('clients.0.scopes')
    await act(async () => mount(['clients.0.tokenValidity', 'clients.0.name']))
    await pass(500)
    expect(focused()).toBe('clients.0.tokenValidity')
  })

  it('waits for a step that is slow to arrive', async () => {
    const focus = open('service')
    await act(async () => focus.reveal('endpoints.7.path'))
    await pass(60_000)
    await act(async () => mount(['endpoints.7.path']))
    await pass(20)
    expect(focused()).toBe('endpoints.7.path')
  })

  it.each([['keydown'], ['pointerdown']])('gives up at a %s, and takes no focus afterwards', async type => {
    const focus = open('service')
    await act(async () => focus.reveal('endpoints.7.path'))
    await act(async () => dispatchEvent(new Event(type)))
    expect(focus.revealRequest.get()).toBeUndefined()
    await act(async () => mount(['endpoints.7.path']))
    await pass(1000)
    expect(focused()).toBeNull()
  })

  it('takes the first field of an item that is no field itself', async () => {
    const focus = open('resourceServers.0.scopes', 'resourceServers.0.scopes.1.name')
    await act(async () => focus.reveal('resourceServers.0.scopes.1'))
    await pass(20)
    expect(focused()).toBe('resourceServers.0.scopes.1.name')
  })

  it('forgets a field that is unmounted', async () => {
    const focus = open('service', 'stage')
    await act(async () => mount(['service']))
    await act(async () => focus.reveal('stage'))
    await pass(6000)
    expect(screen.queryByLabelText('stage')).toBeNull()
    expect(focused()).not.toBe('stage')
    setView('form')
  })
})
