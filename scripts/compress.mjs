// Writes a Brotli version beside every text file of the static export: app.js.br. The best compression takes seconds for
// all of them, so that a server cannot make it for each answer; what did not change comes from a cache.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { at } from './run.mjs'

const out = path.resolve(process.argv[2] ?? 'out')
const cache = at('node_modules/.cache/brotli')
const COMPRESSES = /\.(?:css|html|ico|js|json|svg|ttf|txt|webmanifest)$/
/** Below this size in bytes the headers of an answer are most of it. */
const MIN_BYTES = 1024

const compress = promisify(brotliCompress)

async function compressed(bytes) {
  const kept = path.join(cache, createHash('sha256').update(bytes).digest('hex'))
  if (existsSync(kept)) return readFileSync(kept)
  const result = await compress(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  writeFileSync(kept, result)
  return result
}

mkdirSync(cache, { recursive: true })
const files = readdirSync(out, { recursive: true })
  .filter(name => COMPRESSES.test(name))
  .map(name => path.join(out, name))
const sizes = await Promise.all(
  files.map(async file => {
    const bytes = readFileSync(file)
    if (bytes.length < MIN_BYTES) return { before: 0, after: 0 }
    const result = await compressed(bytes)
    writeFileSync(`${file}.br`, result)
    return { before: bytes.length, after: result.length }
  }),
)
const kilobytes = key => Math.round(sizes.reduce((sum, each) => sum + each[key], 0) / 1000)
console.log(`Brotli: ${kilobytes('before')} KB as ${kilobytes('after')} KB`)
