import { describe, expect, it } from 'vitest'
import { memoize } from '@/lib/document/memoize'

function counted() {
  const asked: string[] = []
  const length = memoize(text => {
    asked.push(text)
    return text.length
  })
  return { asked, length }
}

describe('remembered', () => {
  it('returns a cached result without calling the function again', () => {
    const { asked, length } = counted()
    expect([length('/a'), length('/bc'), length('/a')]).toEqual([2, 3, 2])
    expect(asked).toEqual(['/a', '/bc'])
  })

  it('does not cache strings of more than 128 characters', () => {
    const { asked, length } = counted()
    for (const text of ['x'.repeat(128), 'x'.repeat(129)])
      expect([length(text), length(text)]).toEqual([text.length, text.length])
    expect(asked.map(text => text.length)).toEqual([128, 129, 129])
  })

  it('forgets when it is full, and still answers right', () => {
    const { asked, length } = counted()
    for (let i = 0; i < 5001; i++) length(`/${i}`)
    expect(length('/0')).toBe(2)
    expect(asked.filter(text => text === '/0')).toHaveLength(2)
  })
})
