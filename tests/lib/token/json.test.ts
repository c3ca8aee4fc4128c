import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '@/lib/token/json'

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2), (text, space) => {
        const spaced = JSON.stringify(JSON.parse(text), null, space)
        const read = readJson(spaced)
        expect(read.error).toBeUndefined()
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(spaced)))
      }),
      { seed: 4, numRuns: 1000 },
    )
  })

  it('refuses exactly what JSON.parse refuses', () => {
    const text = fc.oneof(
      fc.stringMatching(/^[-{}[\],:"\\/a-f0-9eE.+ \nutr]{0,12}$/),
      fc.json().chain(json => fc.nat({ max: Math.max(0, json.length - 1) }).map(at => json.slice(0, at))),
      fc.constantFrom(
        '01',
        '-',
        '1.',
        '1e',
        '"\\x"',
        '"\\u12g4"',
        '"\t"',
        '[1,]',
        '{"a":1,}',
        '{a:1}',
        "{'a':1}",
        'nul',
        '1 2',
        '\u00a01',
      ),
    )
    const parses = (candidate: string): boolean => {
      try {
        JSON.parse(candidate)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(text, candidate => {
        expect(readJson(candidate).error === undefined).toBe(parses(candidate))
      }),
      { seed: 4, numRuns: 3000 },
    )
  })

  it('keeps the whole members of an object that breaks off, and says where', () => {
    const read = readJson('{"a":1,"b":[2,3')
    expect({ ...(read.value as object) }).toEqual({ a: 1 })
    expect(read.error).toEqual({
      index: 15,
      message: 'ends after 15 characters; expected "," or "]"',
    })
  })

  it('names the character that is wrong', () => {
    expect(readJson('{"a":tru3}').error).toEqual({
      index: 8,
      message: 'has "3" at character 9; expected "true"',
    })
  })

  it('takes the last of two members of one name, and says so', () => {
    const read = readJson('{"a":1,"a":2}')
    expect({ ...(read.value as object) }).toEqual({ a: 2 })
    expect(read.notes).toEqual([{ index: 7, message: '"a" is duplicated; most parsers keep the last one' }])
  })

  it('keeps names that mean something to JavaScript as plain members', () => {
    const { value } = readJson('{"__proto__":{"admin":true},"constructor":1,"toString":2}')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'toString'])
    expect((value as Record<string, unknown>).admin).toBeUndefined()
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('keeps a number as written where a double cannot represent it', () => {
    const read = readJson('{"n":12345678901234567890,"m":1e999}')
    expect(read.members.map(member => member.text)).toEqual(['12345678901234567890', '1e999'])
    expect((read.value as Record<string, unknown>).m).toBe('1e999')
    expect(read.notes).toHaveLength(2)
  })

  it('stops at a depth instead of exhausting the stack', () => {
    const read = readJson('['.repeat(500_000))
    expect(read.error?.message).toBe('is nested deeper than 64 levels')
  })
})

it('notes at most 20 faults', () => {
  const repeated = (count: number) => `{${Array.from({ length: count }, () => '"a":1').join(',')}}`
  expect(readJson(repeated(20)).notes).toHaveLength(19)
  expect(readJson(repeated(40)).notes).toHaveLength(20)
})
