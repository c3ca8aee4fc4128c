import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'
import { emitters } from '../../lib/emit'
import { cases, goldenFile } from './cases'
import { textOf } from './conform'

const update = process.env.UPDATE_GOLDENS === '1'

/** Exact texts, so that a change of output shows in review. `UPDATE_GOLDENS=1` writes them anew. */
describe.each(cases)('$name', one => {
  it.each(emitters)('$id', emitter => {
    const file = goldenFile(one, emitter)
    const text = textOf(one.spec, emitter.id)
    if (update) fs.writeFileSync(file, text)
    expect(text).toBe(fs.readFileSync(file, 'utf8'))
  })

  it('has no golden that nothing prints', () => {
    const files = fs.readdirSync(path.dirname(goldenFile(one, emitters[0]!)))
    expect(files.sort()).toEqual(
      ['spec.json', ...emitters.map(emitter => path.basename(goldenFile(one, emitter)))].sort(),
    )
  })
})

it('the case `example` is the spec that the wizard opens on', () => {
  expect(cases.find(({ name }) => name === 'example')?.spec).toEqual(example)
})
