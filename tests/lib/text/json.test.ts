import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate, fromField, getAtt, type Mapping, parameter, pseudo, ref, sub } from '@/lib/template/value'
import { jsonMembers } from '@/lib/text/json'
import { longForm } from '@/lib/text/long-form'
import { anyCharacter } from '../../any-character'

const lines = (mapping: Parameters<typeof jsonMembers>[0], pad = '', last = true) =>
  jsonMembers(mapping, longForm, pad, last)
const parse = (mapping: Parameters<typeof jsonMembers>[0]) =>
  JSON.parse(
    `{${lines(mapping)
      .map(({ text }) => text)
      .join('\n')}}`,
  )

describe('jsonMembers', () => {
  it('prints one member to a line, with its field', () => {
    expect(
      lines(
        {
          a: annotate(
            { b: fromField('inner', ['x', 1]), none: undefined },
            { field: 'outer', comment: 'why' },
          ),
          c: [],
        },
        '  ',
        false,
      ),
    ).toEqual([
      { text: '  "a": {', field: 'outer' },
      { text: '    "b": [', field: 'inner' },
      { text: '      "x",', field: 'inner' },
      { text: '      1', field: 'inner' },
      { text: '    ]', field: 'inner' },
      { text: '  },', field: 'outer' },
      { text: '  "c": [],' },
    ])
  })

  it('spells intrinsics in their long forms', () => {
    const stage = parameter('Stage')
    expect(parse({ a: ref('Api'), b: getAtt('Role', 'Arn'), c: pseudo('Region'), d: stage })).toEqual({
      a: { Ref: 'Api' },
      b: { 'Fn::GetAtt': ['Role', 'Arn'] },
      c: { Ref: 'AWS::Region' },
      d: { Ref: 'Stage' },
    })
    expect(parse({ e: sub`${stage}-${getAtt('F', 'Arn')}/${'${x}'}` })).toEqual({
      e: { 'Fn::Sub': '${Stage}-${F.Arn}/${!x}' },
    })
  })

  it('escapes the two that YAML, in which most tools read JSON, has no characters for', () => {
    expect(lines({ a: 'x\uFFFE\uFFFF\u2028' })).toEqual([{ text: '"a": "x\\ufffe\\uffff\\u2028"' }])
  })

  it('reads back as itself, from lines that no reader breaks', () => {
    const leaf = fc.oneof(fc.string({ unit: anyCharacter }), fc.integer(), fc.boolean())
    const tree = fc.object({ key, values: [leaf], maxDepth: 4 }) as fc.Arbitrary<Mapping>
    fc.assert(
      fc.property(tree, mapping => {
        expect(lines(mapping).filter(({ text }) => /[\n\r\u2028\u2029]/.test(text))).toEqual([])
        expect(parse(mapping)).toEqual(mapping)
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})

/** Any key but those that mean an intrinsic or a note in the value tree. */
const key = fc.string({ unit: anyCharacter }).filter(name => !['fn', 'note', '__proto__'].includes(name))
