import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'
import { formats } from '../../lib/formats'
import { cases, goldenFile } from './cases'
import { textOf } from './conform'

const update = process.env.UPDATE_GOLDENS === '1'

/** Exact texts, so that a change of output shows in review. `UPDATE_GOLDENS=1` writes them anew. */
describe.each(cases)('$name', one => {
  it.each(formats)('$id', format => {
    const file = goldenFile(one, format)
    const text = textOf(one.spec, format.id)
    if (update) fs.writeFileSync(file, text)
    expect(text).toBe(fs.readFileSync(file, 'utf8'))
  })

  it('has no golden that nothing prints', () => {
    const files = fs.readdirSync(path.dirname(goldenFile(one, formats[0]!)))
    expect(files.sort()).toEqual(
      ['spec.json', ...formats.map(format => path.basename(goldenFile(one, format)))].sort(),
    )
  })
})

it('the case `example` is the spec that the wizard opens on', () => {
  expect(cases.find(({ name }) => name === 'example')?.spec).toEqual(example)
})
