// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { CopyButton } from '@/components/ui/copy-button'

const written = vi.fn<(text: string) => Promise<void>>()
Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: written } })
afterEach(() => {
  cleanup()
  written.mockReset()
})

function pressCopy(text: () => string | Promise<string>) {
  render(<CopyButton label="Copy the token" text={text} />)
  fireEvent.click(screen.getByRole('button', { name: 'Copy the token' }))
}

/** What nobody handles: the page listens for it. The test runner does as well, and would fail the run. */
async function unhandledDuring(work: () => void): Promise<readonly unknown[]> {
  const others = process.listeners('unhandledRejection')
  const unhandled: unknown[] = []
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', reason => unhandled.push(reason))
  work()
  // Node reports a rejection when all microtasks are done, before it goes on.
  await new Promise(setImmediate)
  process.removeAllListeners('unhandledRejection')
  for (const listener of others) process.on('unhandledRejection', listener)
  return unhandled
}

test('says that the text was copied', async () => {
  written.mockResolvedValue(undefined)
  pressCopy(() => Promise.resolve('abc'))
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'))
  expect(written.mock.calls).toEqual([['abc']])
})

test('says that the browser refused', async () => {
  written.mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  pressCopy(() => 'abc')
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Not copied'))
  expect(screen.getByRole('button').title).toBe('The browser did not allow it')
})

test('does not blame the browser for a text that could not be made', async () => {
  const missing = new Error('a part of the page is missing')
  expect(await unhandledDuring(() => pressCopy(() => Promise.reject(missing)))).toEqual([missing])
  expect(screen.getByRole('status').textContent).toBe('')
  expect(written).not.toHaveBeenCalled()
})
