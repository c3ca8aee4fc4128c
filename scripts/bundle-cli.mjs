// The published command line: one file without dependencies, so that npx has nothing else to fetch.
import { build } from 'esbuild'
import { at } from './run.mjs'

await build({
  entryPoints: [at('cli/main.ts')],
  outfile: at('dist/cognito-scope-wizard.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'linked',
})
