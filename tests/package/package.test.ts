import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'package-'))
const installed = path.join(folder, 'node_modules/cognito-scope-wizard')
const inFolder = (...parts: string[]) => path.join(folder, ...parts)

/** Runs a command and gives what it printed on standard output; what it printed anywhere when it fails. */
const run = (cwd: string, command: string, ...args: string[]) => runWith({}, cwd, command, ...args)
async function runWith(
  env: Readonly<Record<string, string>>,
  cwd: string,
  command: string,
  ...args: string[]
): Promise<string> {
  // npm test's own settings must not reach the npm that packs and installs.
  const foreign = /^(npm_|INIT_CWD$|NODE_ENV$)/i
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  try {
    return (
      await promisify(execFile)(command, args, { cwd, env: { ...inherited, ...env } as NodeJS.ProcessEnv })
    ).stdout
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string }
    throw new Error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`)
  }
}
const node = (...args: string[]) => run(folder, process.execPath, ...args)
/** The compiler, written in Go, ends long before its memory is full. */
const tsc = (...args: string[]) =>
  runWith(
    { GOGC: 'off' },
    folder,
    process.execPath,
    path.join(root, 'node_modules/typescript/bin/tsc'),
    ...args,
  )
const json = (file: string, value: object) => writeFileSync(inFolder(file), JSON.stringify(value))

beforeAll(async () => {
  await run(root, 'npm', 'pack', '--pack-destination', folder)
  const tarball = readdirSync(folder).find(file => file.endsWith('.tgz'))
  json('package.json', { private: true, type: 'module' })
  await run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`)
  cpSync(path.join(import.meta.dirname, 'consumer/program.ts'), inFolder('program.ts'))
  json('wizard.json', example)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is installed', () => {
  it('is this package and no other, with no sources and no tests', () => {
    expect(readdirSync(inFolder('node_modules')).filter(name => !name.startsWith('.'))).toEqual([
      'cognito-scope-wizard',
    ])
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'package.json',
    ])
    expect(readdirSync(path.join(installed, 'docs'))).toEqual(['api.md'])
  })

  it('has an address for everything that its package.json names', () => {
    const { exports, types, bin, repository, bugs, keywords, license } = JSON.parse(
      readFileSync(path.join(installed, 'package.json'), 'utf8'),
    )
    const named = [
      types,
      ...['.', './local'].flatMap(at => Object.values(exports[at])),
      ...Object.values(bin),
    ]
    for (const file of named) expect(readFileSync(path.join(installed, String(file)), 'utf8')).not.toBe('')
    expect(Object.keys(exports['.'])[0], 'TypeScript reads the first condition that matches').toBe('types')
    for (const value of [repository, bugs, keywords, license]) expect(value).toBeTruthy()
  })

  it('carries the licence of each package that it contains', () => {
    const notices = readFileSync(path.join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
    for (const name of ['@noble/hashes', 'jose', 'js-yaml', 'zod']) expect(notices).toContain(`\n${name} `)
    expect(notices.match(/Permission is hereby granted/g)).toHaveLength(4)
  })
})

describe('a test that uses the local gateway', () => {
  // What of Node it needs is declared here: the types of the package must not need those of Node.
  const program = `import { startLocal, type LocalOptions } from 'cognito-scope-wizard/local'
declare const process: { argv: string[]; stdout: { write(text: string): void } }
declare function fetch(url: string): Promise<{ status: number }>
const options: LocalOptions = { spec: 'machine-to-machine', handlers: process.argv[2] ?? '' }
const api = await startLocal(options)
const cells = await api.matrix()
const { status } = await fetch(api.url + (cells[0]?.path ?? ''))
process.stdout.write([status, api.requests.at(-1)?.code, cells.some(cell => cell.status === 200)].join(' '))
await api.close()
`

  it('has types, runs, and calls handlers in their threads', async () => {
    writeFileSync(inFolder('gateway.ts'), program)
    json('tsconfig.json', {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        target: 'es2022',
        lib: ['es2022'],
        types: [],
        module: 'nodenext',
        rootDir: '.',
        outDir: 'out',
      },
      files: ['gateway.ts'],
    })
    expect(await tsc('-p', '.', '--pretty', 'false')).toBe('')
    const { presets } = await import('../../lib/document/presets')
    const spec = presets.find(({ id }) => id === 'machine-to-machine')?.values
    for (const { handler } of spec?.endpoints ?? []) {
      const [file = '', name] = handler.split('.')
      mkdirSync(path.dirname(inFolder('handlers', file)), { recursive: true })
      writeFileSync(
        inFolder('handlers', `${file}.mjs`),
        `export const ${name} = async () => ({ statusCode: 200 })\n`,
        { flag: 'a' },
      )
    }
    expect(await node('out/gateway.js', inFolder('handlers'))).toBe('401 TOKEN_MISSING true')
  })
})

describe('a program that uses the library', () => {
  it.each([
    ['nodenext', { module: 'nodenext', outDir: 'out' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler', noEmit: true }],
  ])('has types under strict with %s', async (_, options) => {
    json('tsconfig.json', {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        target: 'es2022',
        lib: ['es2022'],
        types: [],
        rootDir: '.',
        ...options,
      },
      files: ['program.ts'],
    })
    expect(await tsc('-p', '.', '--pretty', 'false')).toBe('')
  })

  it('runs as an ES module, and never makes code out of text', async () => {
    writeFileSync(
      inFolder('no-eval.mjs'),
      `globalThis.Function = new Proxy(Function, { construct() { console.error('new Function'); process.exit(1) } })`,
    )
    const flags = ['--import', './no-eval.mjs', '--disallow-code-generation-from-strings']
    expect(JSON.parse(await node(...flags, 'out/program.js'))).toEqual({
      defaults: ['us-east-1', 'new', ['authorization_code']],
      texts: true,
      files: true,
      fields: true,
      findings: expect.arrayContaining(['WEB_ORIGIN_WITHOUT_CORS']),
      refused: true,
      kind: 'access',
      signature: 'valid',
      verdicts: ['200 ALLOWED'],
    })
  })

  it('has the same type for the document as its schema', async () => {
    const cache = path.join(root, 'node_modules/.cache')
    mkdirSync(cache, { recursive: true })
    const place = mkdtempSync(path.join(cache, 'package-'))
    const published = JSON.stringify(path.join(installed, 'dist/index.js'))
    const sources = JSON.stringify(path.join(root, 'lib/document/spec'))
    writeFileSync(
      path.join(place, 'same.ts'),
      `import type { Spec, SpecInput } from ${published}
      import type { Spec as Own, SpecInput as OwnInput } from ${sources}
      type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
      export const same: [Same<Frozen<Own>, Frozen<Spec>>, Same<Frozen<OwnInput>, Frozen<SpecInput>>] = [true, true]`,
    )
    writeFileSync(
      path.join(place, 'tsconfig.json'),
      JSON.stringify({ extends: path.join(root, 'tsconfig.lib.json'), include: [], files: ['same.ts'] }),
    )
    expect(
      await tsc('-p', place, '--pretty', 'false').finally(() => rmSync(place, { recursive: true })),
    ).toBe('')
  })
})

describe('in a browser', () => {
  /** One function of the library, bundled as a page would: its text. */
  async function bundled(name: string): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: `export { ${name} } from 'cognito-scope-wizard'`, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'error',
    })
    return outputFiles[0]!.text
  }

  it('compile costs at most 88,500 bytes, compressed', async () => {
    expect(gzipSync(await bundled('compile'), { level: 9 }).length).toBeLessThanOrEqual(88_500)
  })

  it('inspect brings no output format along', async () => {
    const marks = ['AWSTemplateFormatVersion', 'frameworkVersion', 'aws-cdk-lib']
    const compile = await bundled('compile')
    for (const mark of marks) expect(compile).toContain(mark)
    const inspect = await bundled('inspect')
    for (const mark of marks) expect(inspect).not.toContain(mark)
  })
})

describe('the command', () => {
  const command = (...args: string[]) => node(inFolder('node_modules/.bin/cognito-scope-wizard'), ...args)

  it('is installed and finds the document of its folder', async () => {
    expect(JSON.parse(await command('check', '--json')).errors).toEqual([])
    expect(await command('generate', '--format', 'cloudformation')).toContain('AWSTemplateFormatVersion')
    expect(await command('--help')).toContain('sample-token')
  })

  it('reads files of the folder that it runs in, also in a script of npm that was run elsewhere', async () => {
    const env = { INIT_CWD: path.dirname(folder) }
    const bin = inFolder('node_modules/.bin/cognito-scope-wizard')
    expect(await runWith(env, folder, process.execPath, bin, 'check')).toContain('wizard.json is valid')
  })

  /** The text of every file of the package that Node loads for a command. */
  async function loadedBy(...args: string[]): Promise<string> {
    const coverage = mkdtempSync(inFolder('coverage-'))
    await runWith(
      { NODE_V8_COVERAGE: coverage },
      folder,
      process.execPath,
      path.join(installed, 'dist/cli.js'),
      ...args,
    )
    const reports = readdirSync(coverage).map(file => readFileSync(path.join(coverage, file), 'utf8'))
    const urls = reports.flatMap(report => JSON.parse(report).result.map(({ url }: { url: string }) => url))
    const files = urls.filter(url => url.startsWith('file:') && url.includes('/cognito-scope-wizard/dist/'))
    return files.map(url => readFileSync(new URL(url), 'utf8')).join('\n')
  }

  // Half of what starting costs is compiling these bytes.
  it('loads for check of a small document at most 115,000 bytes', async () =>
    expect((await loadedBy('check')).length).toBeLessThanOrEqual(115_000))

  const FORMATS = 'AWSTemplateFormatVersion'
  const SIGNING = 'ERR_JWS_INVALID'
  it.each([
    ['check', ['check'], [FORMATS, SIGNING]],
    ['generate', ['generate', '--format', 'cdk'], [SIGNING]],
    ['inspect', ['inspect', 'x'], [FORMATS, SIGNING]],
    ['sample-token', ['sample-token', '--client', example.clients[0]!.name], [FORMATS]],
    ['schema', ['schema'], [FORMATS, SIGNING]],
  ])('loads for %s only what it needs', async (_, args, absent) => {
    const loaded = await loadedBy(...args)
    expect(loaded.length).toBeGreaterThan(10_000)
    for (const mark of [FORMATS, SIGNING]) expect(loaded.includes(mark), mark).toBe(!absent.includes(mark))
  })
})
