import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { annotate, fromField, getAtt, parameter, pseudo, ref, sub } from '@/lib/template/value'
import { print } from '@/lib/text/line'
import { scalar } from '@/lib/text/scalar'
import { shortForm } from '@/lib/text/short-form'
import { yaml } from '@/lib/text/yaml'
import { anyCharacter } from '../../any-character'

const text = (mapping: Parameters<typeof yaml>[0], spelling = shortForm()) =>
  print(yaml(mapping, spelling)).text

describe('scalar', () => {
  it.each([
    ['yes', "'yes'"],
    ['no', "'no'"],
    ['on', "'on'"],
    ['012', "'012'"],
    ['12:30', "'12:30'"],
    ['1_000', "'1_000'"],
    ['2024-01-01', "'2024-01-01'"],
    ['#c', "'#c'"],
    ['a #b', "'a #b'"],
    ['a: b', "'a: b'"],
    ['!Ref x', "'!Ref x'"],
    ['*', "'*'"],
    ['', "''"],
    ["it's", "it's"],
    ['com.example.api/read', 'com.example.api/read'],
    ['a\u2028b', '"a\\Lb"'],
  ])('writes %j as %s', (value, expected) => expect(scalar(value)).toBe(expected))

  it('quotes twice only on request', () => {
    expect(scalar('read')).toBe('read')
    expect(scalar('read', true)).toBe('"read"')
    expect(scalar('a"b\\', true)).toBe('"a\\"b\\\\"')
  })

  it('reads back as itself, from one line', () => {
    const anyText = fc.string({ unit: anyCharacter })
    fc.assert(
      fc.property(anyText, fc.boolean(), (value, quoted) => {
        const spelled = scalar(value, quoted)
        expect(spelled).not.toMatch(/[\r\n\u0085\u2028\u2029]/)
        expect(load(`key: ${spelled}\n`)).toEqual({ key: value })
        expect(load(`- ${spelled}\n`)).toEqual([value])
      }),
      { seed: 1, numRuns: 3000 },
    )
  })
})

describe('yaml', () => {
  it('prints mappings, lists and empty ones as blocks', () => {
    expect(text({ a: { b: [1, true, 'x'], none: undefined }, c: [{ d: 'e', f: ['g'] }, []], h: {} })).toBe(
      'a:\n  b:\n    - 1\n    - true\n    - x\nc:\n  - d: e\n    f:\n      - g\n  - []\nh: {}\n',
    )
  })

  it('puts comments above what they explain, dashes below them, and cannot be left by a line break', () => {
    expect(
      text({
        a: annotate([annotate({ b: annotate('c', { comment: 'inner' }) }, { comment: 'item' })], {
          comment: 'x\u2028y: z',
        }),
      }),
    ).toBe('# x\n# y: z\na:\n  # item\n  # inner\n  - b: c\n')
  })

  it('prints our own source code as it is, and no other text of several lines', () => {
    expect(text({ code: 'a\n\n  b\n', next: ['x {\n}\n'] })).toBe(
      'code: |\n  a\n\n    b\nnext:\n  - |\n    x {\n    }\n',
    )
    for (const value of [' a\n', 'a', 'a\nb', 'a\n\n', 'a \nb\n', '\n', 'a\u2028\nb\n', '\u0007\n']) {
      expect(text({ value }).split('\n')).toHaveLength(2)
      expect(load(text({ value }))).toEqual({ value })
    }
  })

  it('passes quoted on to the items of a list', () => {
    expect(text({ scopes: annotate(['a/b', fromField('x', 'c')], { quoted: true }) })).toBe(
      'scopes:\n  - "a/b"\n  - "c"\n',
    )
  })

  it('marks every line with the closest field', () => {
    const lines = yaml(
      { a: annotate({ b: fromField('inner', ['x']), c: 1 }, { field: 'outer', comment: 'why' }), d: 2 },
      shortForm(),
    )
    expect(lines).toEqual([
      { text: '# why', field: 'outer' },
      { text: 'a:', field: 'outer' },
      { text: '  b:', field: 'inner' },
      { text: '    - x', field: 'inner' },
      { text: '  c: 1', field: 'outer' },
      { text: 'd: 2' },
    ])
  })
})

describe('shortForm', () => {
  const stage = parameter('Stage')

  it('spells references, and escapes what only looks like one', () => {
    expect(
      text({
        a: ref('Api'),
        b: getAtt('Role', 'Arn'),
        c: pseudo('Region'),
        d: stage,
        e: sub`${stage}-${getAtt('F', 'Arn')}/${pseudo('Partition')}/${'${x}'}`,
      }),
    ).toBe(
      'a: !Ref Api\nb: !GetAtt Role.Arn\nc: !Ref AWS::Region\nd: !Ref Stage\n' +
        'e: !Sub "${Stage}-${F.Arn}/${AWS::Partition}/${!x}"\n',
    )
  })

  it('writes parameters as words where a format has them', () => {
    const spelling = shortForm({ Stage: '${sls:stage}' })
    expect(text({ a: stage, b: sub`${stage}-users`, c: sub`${stage}-${ref('Api')}` }, spelling)).toBe(
      'a: ${sls:stage}\nb: ${sls:stage}-users\nc: !Sub "${sls:stage}-${Api}"\n',
    )
  })
})
