import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appCode } from '../../lib/app-code/app-code'
import { compile } from '../../lib/compile'
import { presets } from '../../lib/document/presets'
import { arbitrarySpec } from './arbitrary-spec'
import { cases } from './cases'
import { typeCheckFiles } from './toolchains/tsc'

const OPTIONS = {
  module: 'esnext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
}

const AMPLIFY = fs.readFileSync(path.join(import.meta.dirname, 'toolchains/aws-amplify.d.ts'), 'utf8')

/** Lines of the compiler, for all files in one program with the packages that they import. */
const problems = (files: readonly (readonly [string, string])[]) =>
  typeCheckFiles([...files, ['aws-amplify.d.ts', AMPLIFY]], OPTIONS)

/** Every snippet of a document, each with a file name of its own. */
function filesOf(name: string, document: unknown): readonly (readonly [string, string])[] {
  const compiled = compile(document)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return appCode(compiled.model).flatMap(({ snippets }, client) =>
    snippets.flatMap(snippet =>
      'text' in snippet
        ? [[`${name}-${client}-${snippet.id}-${snippet.fileName}`, snippet.text] as const]
        : [],
    ),
  )
}

const seed = Number(process.env.SEED ?? 20_261_126)
const numRuns = 60

describe('app code', () => {
  it('type-checks in one strict program, for presets, cases and random specs', async () => {
    const specs = [
      ...presets.map(({ id, values }) => [id, values] as const),
      ...cases.map(({ name, spec }) => [name, spec] as const),
      ...fc.sample(arbitrarySpec, { seed, numRuns }).map((spec, i) => [`random-${i}`, spec] as const),
    ]
    const files = specs.flatMap(([name, spec]) => filesOf(name, spec))
    for (const id of ['react-oidc', 'react-amplify', 'client-credentials', 'verifier'])
      expect(files.filter(([name]) => name.includes(id)).length, id).toBeGreaterThan(20)
    expect(await problems(files)).toEqual([])
  })

  it('is not accepted with a name that its library does not have', async () => {
    const document = presets.find(({ id }) => id === 'single-page-app')?.values
    const misspelt = [
      ['client_id:', 'clientId:'],
      ['redirectSignIn:', 'redirectSignInUrls:'],
      ["tokenUse: 'access'", "tokenUse: 'access_token'"],
    ] as const
    const found = await problems(
      misspelt.flatMap(([right, wrong], i) =>
        filesOf(`misspelt-${i}`, document).map(([name, text]) => [name, text.replace(right, wrong)] as const),
      ),
    )
    for (const [i, [, wrong]] of misspelt.entries())
      expect(
        found.filter(line => line.includes(`/misspelt-${i}-`)),
        wrong,
      ).toContainEqual(expect.stringContaining('error TS'))
  })
})
