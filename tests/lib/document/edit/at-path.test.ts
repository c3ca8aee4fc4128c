import { describe, expect, it } from 'vitest'
import { valueAt, withoutPath, withRenamedKey, withValueAt } from '@/lib/document/edit/at-path'

describe('without a path', () => {
  it.each([
    ['at the top', 'colour', { colour: 1, a: 2 }, { a: 2 }],
    ['in an item', 'list.1.colour', { list: [{}, { colour: 1, a: 2 }] }, { list: [{}, { a: 2 }] }],
    ['in a list', 'list.0', { list: ['a', 'b'] }, { list: ['b'] }],
    ['that leads nowhere', 'a.b.c', { x: 1 }, { x: 1 }],
    ['through text', 'x.b', { x: 'text' }, { x: 'text' }],
  ])('%s', (_, path, before, after) => {
    const copy = structuredClone(before)
    expect(withoutPath(before, path)).toEqual(after)
    expect(before).toEqual(copy)
  })
})

describe('a value at a path', () => {
  const document = { list: [{ a: 1 }], 'own.dot': 2 }
  it.each([
    ['', document],
    ['list.0.a', 1],
    ['list.1.a', undefined],
    ['list.length', 1],
    ['constructor', undefined],
    ['list.0.a.b', undefined],
  ])('%s', (path, value) => expect(valueAt(document, path)).toEqual(value))

  it('is set without changing the document', () => {
    expect(withValueAt(document, 'list.0.a', 5)).toEqual({ ...document, list: [{ a: 5 }] })
    expect(withValueAt(document, 'list.0', 5)).toEqual({ ...document, list: [5] })
    expect(withValueAt(document, 'nowhere.a', 5)).toEqual(document)
    expect(document.list).toEqual([{ a: 1 }])
  })

  it('that is named __proto__ becomes a key of its own', () => {
    const changed = withValueAt({}, '__proto__', 5) as object
    expect(Object.keys(changed)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype)
  })
})

/** A repair can be applied to a document that has changed since. */
it.each(['list.7.a', 'list.x.a', 'list.0.a.b', 'nowhere.a.b', 'toString.length'])(
  'a path that leads nowhere changes nothing: %s',
  path => {
    const document = { list: [{ a: 1 }], b: undefined }
    expect(withValueAt(document, path, 'z')).toEqual(document)
    expect(withoutPath(document, path)).toEqual(document)
    expect(withRenamedKey(document, path, 'z')).toEqual(document)
  },
)

describe('a renamed key', () => {
  it('stays at its place', () => {
    expect(Object.keys(withRenamedKey({ a: 1, b: 2, c: 3 }, 'b', 'z') as object)).toEqual(['a', 'z', 'c'])
  })
})
