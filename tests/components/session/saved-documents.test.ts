// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { previousDocument, saveBlank, savePrevious } from '@/components/session/recovery'
import {
  keepRecent,
  readCurrent,
  readHistory,
  readRecent,
  removeRecent,
  writeCurrent,
  writeHistory,
} from '@/components/session/saved-documents'

const text = (service: string, size = 0) => JSON.stringify({ service, pad: 'x'.repeat(size) })
const names = () => readRecent().map(({ name }) => name)
beforeEach(() => localStorage.clear())

describe('recent documents', () => {
  it('are at least ten, the newest first, with name and time', () => {
    for (let n = 1; n <= 12; n++) keepRecent(text(`api-${n}`), n)
    expect(names()).toEqual(Array.from({ length: 12 }, (_, index) => `api-${12 - index}`))
    expect(readRecent()[0]).toMatchObject({ at: 12, text: text('api-12') })
  })

  it('keep to a budget, and keep the newest whatever its size', () => {
    for (let n = 1; n <= 5; n++) keepRecent(text(`api-${n}`, 400_000), n)
    expect(names()).toEqual(['api-5', 'api-4', 'api-3'])
    keepRecent(text('huge', 1_600_000), 9)
    expect(names()).toEqual(['huge'])
  })

  it('have the same document once', () => {
    keepRecent(text('a'), 1)
    keepRecent(text('b'), 2)
    keepRecent(text('a'), 3)
    expect(names()).toEqual(['a', 'b'])
    removeRecent(readRecent()[0]!.id)
    expect(names()).toEqual(['b'])
  })

  it.each([
    '7',
    '{',
    '[null, {"id": 1}]',
    '{"length": 3}',
    // No date has this time: it could not be shown.
    '[{"id": "a", "name": "a", "text": "{}", "at": 1e300}]',
  ])('that were altered by hand (%s) are ignored', saved => {
    localStorage.setItem('cognito-scope-wizard.recent', saved)
    expect(readRecent()).toEqual([])
  })
})

describe('saved undo', () => {
  const snapshot = (name: string, size = 0) => ({ text: text(name, size), documentId: 'd' })
  const past = (size: number) =>
    Array.from({ length: 10 }, (_, index) => ({
      snapshot: snapshot(`s${index}`, size),
      name: `field ${index}`,
    }))

  it('belongs to one document only', () => {
    writeHistory(snapshot('now'), { past: past(10), future: [] })
    expect(readHistory(text('now'))?.past).toEqual(past(10))
    expect(readHistory(text('other'))).toBeUndefined()
  })

  it('keeps the steps nearest to the document when the budget is used up', () => {
    writeHistory(snapshot('now'), { past: past(200_000), future: [] })
    expect(readHistory(text('now'))?.past.map(({ name }) => name)).toEqual([
      'field 6',
      'field 7',
      'field 8',
      'field 9',
    ])
  })
})

it('saved steps that do not exist are left out', () => {
  const snapshot = { text: text('now'), documentId: 'd' }
  const saved = { current: snapshot, past: [], future: [], seenSteps: ['scopes', 'gone', 7, null] }
  localStorage.setItem('cognito-scope-wizard.history', JSON.stringify(saved))
  expect(readHistory(text('now'))?.seenSteps).toEqual(['scopes'])
})

describe('a full storage', () => {
  afterEach(() => vi.unstubAllGlobals())
  /** Storage that has room for `room` items. */
  const stubStorage = (room: number) => {
    const items = new Map([['cognito-scope-wizard.history', '{}']])
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => items.get(key) ?? null,
      removeItem: (key: string) => items.delete(key),
      setItem(key: string, value: string) {
        if (!items.has(key) && items.size >= room) throw new DOMException('full', 'QuotaExceededError')
        items.set(key, value)
      },
    })
    return items
  }

  it('gives the room of the undo steps to the document', () => {
    const items = stubStorage(1)
    expect(writeCurrent(text('now'))).toBe(true)
    expect([...items.values()]).toEqual([text('now')])
  })

  it('is reported when that is not enough', () => {
    stubStorage(0)
    expect(writeCurrent(text('now'))).toBe(false)
  })
})

describe('recovery', () => {
  it('starts blank and keeps what was saved', () => {
    writeCurrent(text('broken'))
    saveBlank()
    expect(JSON.parse(readCurrent() ?? '')).toMatchObject({ service: '' })
    expect(names()).toEqual(['broken'])
  })

  it('restores the previous document, and back', () => {
    keepRecent(text('before'), 1)
    writeCurrent(text('broken'))
    expect(previousDocument()?.name).toBe('before')
    savePrevious()
    expect(readCurrent()).toBe(text('before'))
    expect(names()).toEqual(['broken'])
    savePrevious()
    expect(readCurrent()).toBe(text('broken'))
  })
})
