import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../lib/compile'
import { type FormatId, formatOf } from '../../../lib/formats'
import { caseFile, cases } from '../../conformance/cases'

/** Resources of a golden file: of the template itself, and of the SAM text as AWS's translator expands it. */
const COUNTED: readonly (readonly [FormatId, file: string, (json: Golden) => object])[] = [
  ['cloudformation', 'cloudformation-json.json', ({ Resources }) => Resources!],
  ['sam', 'sam.expanded.json', ({ template }) => template!.Resources!],
]
interface Golden {
  readonly Resources?: object
  readonly template?: { readonly Resources?: object }
}

describe.each(COUNTED)('the resources of %s are counted without printing', (id, file, resourcesOf) => {
  it.each(cases)('$name', one => {
    const compiled = compile(one.spec)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
    const golden = JSON.parse(fs.readFileSync(caseFile(one, file), 'utf8')) as Golden
    expect(formatOf(id).resourceCount?.(compiled.model)).toBe(Object.keys(resourcesOf(golden)).length)
  })
})
