// Builds the published package in dist/: the library, the command, their types, and the licences of what they contain.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { at } from '../run.mjs'
import { readDeclarations, rollUp } from './declarations.mjs'
import { localDeclarations } from './local-declarations.mjs'
import { notices } from './notices.mjs'
import { withSteadyState, YAML_MODULES } from './state-of-parser.mjs'

const dist = at('dist')
rmSync(dist, { recursive: true, force: true })

/**
 * Modules that use a part of a package, each bundled with that part alone. Otherwise a file of a package has in its chunk
 * whatever any command uses of it, and `check` would load the half of zod that is for `schema`, and js-yaml's reader.
 */
const partsOfPackages = {
  name: 'parts of packages',
  setup({ onLoad }) {
    onLoad({ filter: /\/lib\/(?:document\/zod|text\/scalar)\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false })
      return { contents: outputFiles[0].text }
    })
  },
}

const stateOfParser = {
  name: 'state of the parser',
  setup({ onLoad }) {
    onLoad({ filter: YAML_MODULES }, async ({ path }) => ({
      contents: await withSteadyState(readFileSync(path, 'utf8')),
    }))
  },
}

// One build for all: a function that two of them use is in one chunk, and a command loads only its own chunks.
const { metafile } = await build({
  absWorkingDir: at(),
  entryPoints: { index: 'lib/index.ts', local: 'local/index.ts', cli: 'cli/main.ts' },
  outdir: dist,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  // The library runs in browsers too. Only the command and the local gateway import modules of Node.
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['node:*'],
  // Files are in the folder where the command runs: only `npm run cli` of this project runs it in another one than the caller's.
  define: { 'process.env.INIT_CWD': 'undefined' },
  plugins: [partsOfPackages, stateOfParser],
  target: ['es2022', 'node20.19'],
  minify: true,
  legalComments: 'none',
  metafile: true,
})
const command = `${dist}/cli.js`
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`)
// A thread is started from a file of its own, next to the chunk that starts it.
copyFileSync(at('local/invoke/handler-worker.mjs'), `${dist}/chunks/handler-worker.mjs`)
writeFileSync(`${dist}/local.d.ts`, localDeclarations())
writeFileSync(`${dist}/index.d.ts`, rollUp(await readDeclarations()))
writeFileSync(`${dist}/THIRD-PARTY-NOTICES.txt`, notices(Object.keys(metafile.inputs)))
