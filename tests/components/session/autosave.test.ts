// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave } from '@/components/session/autosave'
import { readCurrent, readRecent } from '@/components/session/saved-documents'

const KEY = 'cognito-scope-wizard.spec'
const text = (service: string) => JSON.stringify({ service })
beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
})
afterEach(() => vi.useRealTimers())

/** Another tab writes: its event comes to this one. */
function otherTabSaves(next: string) {
  localStorage.setItem(KEY, next)
  dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: next }))
}

describe('autosave', () => {
  it('saves once typing has paused', () => {
    const autosave = createAutosave()
    autosave.save(text('a'))
    expect([autosave.get(), readCurrent()]).toEqual(['saving', null])
    vi.advanceTimersByTime(300)
    expect([autosave.get(), readCurrent()]).toEqual(['saved', text('a')])
  })

  it('is at most a second behind typing that does not pause', () => {
    const autosave = createAutosave()
    for (let key = 0; key < 50; key++) {
      autosave.save(text(`${key}`))
      vi.advanceTimersByTime(100)
      const saved = Number(JSON.parse(readCurrent() ?? '{"service":"0"}').service)
      expect((key - saved) * 100).toBeLessThanOrEqual(1000)
      expect(autosave.get()).toBe('saving')
    }
    vi.advanceTimersByTime(300)
    expect([autosave.get(), readCurrent()]).toEqual(['saved', text('49')])
  })

  it('is at most a second behind even when the page is too busy to run timers', () => {
    const autosave = createAutosave()
    autosave.save(text('a'))
    vi.setSystemTime(Date.now() + 2000)
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2000)
    autosave.save(text('b'))
    expect([autosave.get(), readCurrent()]).toEqual(['saving', text('b')])
    now.mockRestore()
  })

  it('says so when the browser refuses', () => {
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('localStorage', { getItem: () => null, setItem })
    const autosave = createAutosave()
    autosave.save(text('a'))
    autosave.flush()
    expect(autosave.get()).toBe('unavailable')
    autosave.save(text('b'))
    vi.advanceTimersByTime(800)
    expect(autosave.get()).toBe('unavailable')
    vi.unstubAllGlobals()
  })

  it('reports at once that another tab has saved, and not its own saves', () => {
    const autosave = createAutosave()
    const heard = vi.fn()
    const stop = autosave.onOtherTab(heard)
    autosave.save(text('mine'))
    autosave.flush()
    dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: text('mine') }))
    dispatchEvent(new StorageEvent('storage', { key: 'something.else', newValue: 'x' }))
    expect(heard).not.toHaveBeenCalled()
    otherTabSaves(text('theirs'))
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
    otherTabSaves(text('again'))
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('keeps what another tab saved before it saves over it', () => {
    const autosave = createAutosave()
    autosave.load()
    otherTabSaves(text('theirs'))
    autosave.save(text('mine'))
    autosave.flush()
    expect(readCurrent()).toBe(text('mine'))
    expect(readRecent().map(({ name }) => name)).toEqual(['theirs'])
    otherTabSaves(text('theirs, later'))
    autosave.save(text('mine, later'))
    autosave.flush()
    expect(readRecent().map(({ name }) => name)).toEqual(['theirs, later'])
  })

  it('saves nothing after it was stopped', () => {
    const autosave = createAutosave()
    autosave.save(text('a'))
    autosave.stop()
    autosave.flush()
    vi.advanceTimersByTime(5000)
    expect(readCurrent()).toBeNull()
  })
})
