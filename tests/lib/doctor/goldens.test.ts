import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../lib/compile'
import { diagnoseText, goldens } from './files'

/** What the compiler's own findings are called here. */
const HERE: Readonly<Record<string, readonly string[]>> = {
  ID_TOKEN_ENDPOINT: ['METHOD_WITHOUT_SCOPES', 'ROUTE_WITHOUT_SCOPES'],
  URL_IDENTIFIER_LONG_FOR_HTTP: ['LIMIT_EXCEEDED'],
  RESOURCE_LIMIT: ['LIMIT_EXCEEDED'],
}

describe('our own output', () => {
  for (const { name, text } of goldens())
    it(`${name} brings no alarm that the compiler does not give`, () => {
      const spec = path.resolve(import.meta.dirname, '../../cases', name.split('/')[0]!, 'spec.json')
      const compiled = compile(JSON.parse(fs.readFileSync(spec, 'utf8')))
      if (!compiled.ok) throw new Error(`${name} does not compile`)
      const codes = compiled.findings().map(({ code }) => code)
      const allowed = [...codes, ...codes.flatMap(code => HERE[code] ?? [])]
      const { facts, findings } = diagnoseText(text, name)
      expect(facts.files.map(({ read }) => read)).toEqual(['whole'])
      expect(findings.map(({ code }) => code).filter(code => !allowed.includes(code))).toEqual([])
    })
})
