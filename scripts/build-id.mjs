import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Everything that decides what a build looks like. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'scripts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

function* filesUnder(file) {
  if (!existsSync(file)) return
  if (!statSync(file).isDirectory()) yield file
  else for (const name of readdirSync(file).sort()) yield* filesUnder(path.join(file, name))
}

/** A hash of the sources: one tree gives one id on every machine, and any change gives another. */
export function buildId() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(source => [...filesUnder(path.join(root, source))])) {
    const name = path.relative(root, file).split(path.sep).join('/')
    hash.update(`${name}\0${createHash('sha256').update(readFileSync(file)).digest('hex')}\n`)
  }
  return hash.digest('hex').slice(0, 20)
}
