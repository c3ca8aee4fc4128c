// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadFirst, prefetchAfterLoad } from '@/components/ui/prefetch-after-load'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

it('fetches nothing before the page has loaded', async () => {
  const load = vi.fn(async () => 'chunk')
  const get = prefetchAfterLoad(load)
  await pass(60)
  expect(load).not.toHaveBeenCalled()
  expect(await get()).toBe('chunk')
})

it('fetches a second after it, when what is on the screen has arrived', async () => {
  let arrive = (_: string) => {}
  const shown = loadFirst(() => new Promise<string>(resolve => (arrive = resolve)))
  const load = vi.fn(async () => 'chunk')
  prefetchAfterLoad(load)
  dispatchEvent(new Event('load'))
  await pass(0.9)
  expect(load).not.toHaveBeenCalled()
  await pass(20)
  expect(load).not.toHaveBeenCalled()
  arrive('shown')
  await shown
  await pass(0)
  expect(load).toHaveBeenCalledTimes(1)
})

it('leaves a failure to the one who needs the code', async () => {
  const load = vi.fn(() => Promise.reject(new Error('gone')))
  const get = prefetchAfterLoad(load)
  dispatchEvent(new Event('load'))
  await pass(20)
  expect(load).toHaveBeenCalledTimes(1)
  await expect(get()).rejects.toThrow('gone')
})
