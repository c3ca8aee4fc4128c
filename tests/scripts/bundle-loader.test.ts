import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as yaml from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scalar } from '@/lib/text/scalar'
import config from '@/next.config'
import { expectSame } from '../expect-same'

const root = path.resolve(import.meta.dirname, '../..')
const bundle: (this: { readonly resourcePath: string }) => Promise<string> = createRequire(import.meta.url)(
  path.join(root, 'scripts/bundle-loader.cjs'),
)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundles-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The module of the page, as text and loaded. */
async function bundled<T>(module: string): Promise<{ readonly text: string; readonly exports: T }> {
  const text = await bundle.call({ resourcePath: path.join(root, module) })
  const file = path.join(folder, `${path.basename(module, '.ts')}.mjs`)
  writeFileSync(file, text)
  return { text, exports: await import(pathToFileURL(file).href) }
}

const FILES = ['cases/hostile-strings', 'lib/doctor'].flatMap(name => {
  const folder = path.join(root, 'tests', name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter(file => /\.(?:ya?ml|json)$/.test(file)).map(file => path.join(folder, file))
})

describe('modules of which the page gets a bundle', () => {
  // Turbopack matches a path that does not begin so with nothing, and says nothing.
  it.each(Object.keys(config.turbopack?.rules ?? {}))('%s is a file below the project', module => {
    expect(module).toMatch(/^\.\//)
    expect(existsSync(path.join(root, module))).toBe(true)
  })

  it('has the events of js-yaml, without its tags, schemas, patterns for writing and quotes of the text', async () => {
    const { text, exports } = await bundled<typeof yaml>('lib/source/yaml-events.ts')
    for (const unused of ['tag:yaml.org,2002:', 'SCALAR_STYLE_RULES', 'SRC_', 'makeSnippet'])
      expect(text).not.toContain(unused)
    const read = ({ parseEvents, getScalarValue, EVENT_ID, YAMLException }: typeof yaml, source: string) => {
      try {
        const events = parseEvents(source, { maxDepth: 100 })
        return JSON.stringify(
          events.map(event => [event, event.type === EVENT_ID.SCALAR && getScalarValue(source, event)]),
        )
      } catch (error) {
        if (!(error instanceof YAMLException)) throw error
        return `${error.reason} at ${error.mark?.position}`
      }
    }
    expect(FILES.length).toBeGreaterThan(80)
    for (const file of FILES) {
      const source = readFileSync(file, 'utf8')
      expectSame(read(exports, source), read(yaml, source), file)
      const broken = `${source.slice(0, source.length / 2)}\n\t}: [`
      expectSame(read(exports, broken), read(yaml, broken), `half of ${file}`)
    }
  })

  it('writes strings as js-yaml does', async () => {
    const { text, exports } = await bundled<{ scalar: typeof scalar }>('lib/text/scalar.ts')
    expect(text).not.toContain('bad indentation')
    const values =
      'yes|012|12:30|0o7|1e3|.inf|~||null|a: b|a #b|- a|*a|&a|!a|%a|@a|`a|a\nb|"|\'|é|2001-01-01|<<|='
    for (const value of values.split('|'))
      for (const quoted of [false, true])
        expect(exports.scalar(value, quoted), value).toBe(scalar(value, quoted))
  })
})
