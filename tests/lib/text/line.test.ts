import { describe, expect, it } from 'vitest'
import { comment, indent, print, withField } from '@/lib/text/line'

const own = { text: 'own', field: 'stage' } as const
const none = { text: 'none' }
const empty = { text: '' }

describe('lines', () => {
  it('get a field where they have none', () => {
    expect(withField('service', [own, none])).toEqual([own, { text: 'none', field: 'service' }])
    expect(withField(undefined, [own, none])).toEqual([own, none])
  })

  it('are indented with their fields, empty ones excepted', () => {
    expect(indent([own, none, empty])).toEqual([{ text: '  own', field: 'stage' }, { text: '  none' }, empty])
    expect(indent([none], '\t')).toEqual([{ text: '\tnone' }])
  })

  it('are joined to a text and the field of each', () => {
    expect(print([own, empty, none])).toEqual({
      text: 'own\n\nnone\n',
      fields: ['stage', undefined, undefined],
    })
  })

  it.each(['\n', '\r', '\u2028', '\u2029'])('with a break in them (%j) are a bug', sign => {
    expect(() => print([none, { text: `a${sign}b` }])).toThrow('not one line')
  })
})

describe('a comment', () => {
  it.each(['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'])('has a line for each of its text: %j', sign => {
    expect(comment('#', `a${sign}${sign}b `)).toEqual([{ text: '# a' }, { text: '#' }, { text: '# b' }])
  })

  it('of no text is none', () => {
    expect(comment('//', undefined)).toEqual([])
  })
})
