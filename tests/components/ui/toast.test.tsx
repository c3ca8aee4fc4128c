// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showToast, Toaster } from '@/components/ui/toast'

beforeEach(() => {
  vi.useFakeTimers()
  render(<Toaster />)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (seconds: number) => act(async () => vi.advanceTimersByTime(seconds * 1000))
const show = (toast: Parameters<typeof showToast>[0]) => act(async () => showToast(toast))
const isShown = () => screen.getByRole('status').textContent !== ''
const undo = { label: 'Undo', run: () => {} }

describe('a toast', () => {
  it('with an action stays for ten seconds, without one for five', async () => {
    await show({ text: 'Deleted.', action: undo })
    await pass(9.9)
    expect(isShown()).toBe(true)
    await pass(0.2)
    expect(isShown()).toBe(false)
    await show({ text: 'Saved.' })
    await pass(5.1)
    expect(isShown()).toBe(false)
  })

  it.each([
    ['the pointer is on it', 'pointerEnter', 'pointerLeave'],
    ['its action has focus', 'focus', 'blur'],
  ] as const)('stays while %s, and its time starts again after', async (_, enter, leave) => {
    await show({ text: 'Deleted.', action: undo })
    const target = enter === 'focus' ? screen.getByText('Undo') : screen.getByText('Deleted.').parentElement!
    await act(async () => fireEvent[enter](target))
    await pass(60)
    expect(isShown()).toBe(true)
    await act(async () => fireEvent[leave](target))
    await pass(9.9)
    expect(isShown()).toBe(true)
    await pass(0.2)
    expect(isShown()).toBe(false)
  })

  it('that lasts is closed by a person, or by its action', async () => {
    const run = vi.fn()
    await show({ text: 'Changed in another tab.', lasting: true, action: { label: 'Load', run } })
    await pass(600)
    await act(async () => fireEvent.click(screen.getByText('Load')))
    expect(run).toHaveBeenCalledTimes(1)
    expect(isShown()).toBe(false)
  })
})
