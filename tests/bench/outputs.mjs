import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { at } from '../../scripts/run.mjs'
import { specWith } from './spec.mjs'

const ROUNDS = 60

/**
 * What one edit of a document with 300 endpoints costs in Node: reading the document, the text of each format, and the
 * findings. Minima, because other processes can only add time.
 */
export async function outputs() {
  const { createCompiler, formats } = await compiler()
  return Object.entries(EDITS).flatMap(([name, edit]) => [
    `${name}: milliseconds to read the document, to make the text, and to find what should be known`,
    ...formats.map(({ id, label }) => {
      const compile = createCompiler()
      const rounds = Array.from({ length: ROUNDS }, (_, round) =>
        timesOf(compile, id, edit(specWith(300), round)),
      )
      const least = name => Math.min(...rounds.map(times => times[name])).toFixed(2)
      return `  ${label.padEnd(20)} ${least('read')}  ${least('text')}  ${least('findings')}`
    }),
  ])
}

function timesOf(compile, id, document) {
  const started = performance.now()
  const compiled = compile(document)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const read = performance.now()
  compiled.output(id)
  const printed = performance.now()
  compiled.findings()
  return { read: read - started, text: printed - read, findings: performance.now() - printed }
}

const letters = round => String.fromCharCode(97 + (round % 26), 97 + (Math.floor(round / 26) % 26))

/** Edits of a document that is made again for each, as the page does with the values of its form. */
const EDITS = {
  handler: (spec, round) => edited(spec, { handler: `bin/area0.things${letters(round)}` }),
  path: (spec, round) => edited(spec, { path: `/area0/things${letters(round)}` }),
  service: (spec, round) => ({ ...spec, service: `large-${letters(round)}` }),
}

const edited = (spec, change) => ({
  ...spec,
  endpoints: spec.endpoints.map((endpoint, i) => (i === 0 ? { ...endpoint, ...change } : endpoint)),
})

async function compiler() {
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-outputs-'))
  const outfile = path.join(dir, 'compile.mjs')
  try {
    await build({
      absWorkingDir: at(),
      entryPoints: ['lib/compile.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
