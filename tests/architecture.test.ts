import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseSync } from '@swc/core'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
interface Rule {
  readonly name: string
  readonly to: { readonly dependencyTypesNot?: readonly string[] }
}

const config: { readonly forbidden: readonly Rule[] } = createRequire(import.meta.url)(
  path.join(root, '.dependency-cruiser.cjs'),
)

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

interface Cruised {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] }
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly module: string; readonly resolved: string }[]
  }[]
}

const FOLDERS = ['app', 'components', 'lib', 'local', 'cli']

/** Violations that dependency-cruiser finds in the folders below `cwd`, by the project's own rules. */
async function violations(cwd: string): Promise<readonly Violation[]> {
  const depcruise = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const output = path.join(cwd, 'cruised.json')
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--output-to', output]
  const folders = FOLDERS.filter(folder => fs.existsSync(path.join(cwd, folder)))
  // It exits with the number of violations.
  await promisify(execFile)(process.execPath, [depcruise, ...folders, ...options], { cwd }).catch(() => {})
  const { summary, modules }: Cruised = JSON.parse(fs.readFileSync(output, 'utf8'))
  expect(summary.totalCruised).toBeGreaterThan(0)
  const isOfValue = ({ from, to }: Violation) => {
    const dependencies = modules.find(({ source }) => source === from)?.dependencies ?? []
    const values = valuesOf(fs.readFileSync(path.join(cwd, from), 'utf8'), from.endsWith('.tsx'))
    return dependencies.some(({ resolved, module }) => resolved === to && values.includes(module))
  }
  return summary.violations.filter(one => !typesAllowed.includes(one.rule.name) || isOfValue(one))
}

/** Most rules apply to type imports too; these do not. */
const typesAllowed = config.forbidden
  .filter(({ to }) => to.dependencyTypesNot?.includes('type-only'))
  .map(({ name }) => name)

/** Runs `work` in a temporary folder with the project's rules and packages and the sources that `fill` writes there. */
async function inCopy<T>(fill: (folder: string) => void, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'architecture-'))
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      fs.copyFileSync(path.join(root, name), path.join(folder, name))
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    fill(folder)
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The imports of the sources, and nothing else of them: dependency-cruiser 17 does not support TypeScript 7, and its swc parser
 * neither reads JSX nor distinguishes imports of types from imports of values.
 */
function copyImportsOnly(folder: string): void {
  for (const name of FOLDERS)
    for (const file of fs.readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })) {
      const from = path.join(root, name, file)
      const to = path.join(folder, name, file)
      if (!fs.statSync(from).isFile()) continue
      fs.mkdirSync(path.dirname(to), { recursive: true })
      const language = /\.(tsx?)$/.exec(file)?.[1]
      if (language === undefined) fs.copyFileSync(from, to)
      else fs.writeFileSync(to, importsOf(fs.readFileSync(from, 'utf8'), language === 'tsx'))
    }
}

const importsOf = (source: string, tsx = true): string =>
  importsIn(source, tsx)
    .map(({ lineOf }, i) => `${lineOf(i)}\n`)
    .join('')

/** What a source imports not only as types. */
const valuesOf = (source: string, tsx = true): readonly string[] =>
  importsIn(source, tsx)
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ from }) => from)

interface Import {
  readonly from: string
  /** Its text, with a name that its number makes unique. */
  readonly lineOf: (number: number) => string
  readonly typeOnly: boolean
}

function importsIn(source: string, tsx: boolean): readonly Import[] {
  const found: Import[] = []
  walk(parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }), node => {
    const from = node.source?.value ?? node.arguments?.[0]?.expression?.value
    if (from === undefined) return
    const add = (lineOf: Import['lineOf'], typeOnly = false) => void found.push({ from, lineOf, typeOnly })
    if (node.type === 'ImportDeclaration')
      add(n => `import ${node.typeOnly ? 'type ' : ''}* as it${n} from '${from}'`, node.typeOnly)
    else if (/^Export(?:All|Named)Declaration$/.test(node.type))
      add(() => `export ${node.typeOnly ? 'type ' : ''}* from '${from}'`, node.typeOnly)
    else if (node.type === 'CallExpression' && node.callee?.type === 'Import') add(() => `import('${from}')`)
  })
  return found
}

interface SyntaxNode {
  readonly type: string
  readonly typeOnly?: boolean
  readonly source?: { readonly value: string } | null
  readonly callee?: { readonly type: string }
  readonly arguments?: readonly { readonly expression?: { readonly value?: string } }[]
}

function walk(value: unknown, visit: (node: SyntaxNode) => void): void {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value) visit(value as SyntaxNode)
  for (const inner of Object.values(value)) walk(inner, visit)
}

const worded = ({ rule, from, to }: Violation) => `${rule.name}: ${from} → ${to}`

/** A file tree that breaks every rule once. */
const brokenRules: Readonly<Record<string, readonly [file: string, imports: string][]>> = {
  'aws-imports-lower-layers-only': [['lib/aws/a.ts', '../share/a']],
  'document-imports-lower-layers-only': [['lib/document/a.ts', '../model/a']],
  'model-imports-lower-layers-only': [['lib/model/a.ts', '../template/a']],
  'template-imports-lower-layers-only': [['lib/template/a.ts', '../text/a']],
  'text-imports-lower-layers-only': [['lib/text/a.ts', '../formats/one/a']],
  'formats-imports-lower-layers-only': [['lib/formats/one/a.ts', '../../findings/a']],
  'findings-imports-lower-layers-only': [['lib/findings/a.ts', '../authorize/a']],
  'access-map-imports-lower-layers-only': [['lib/access-map/a.ts', '../findings/b']],
  'token-imports-lower-layers-only': [['lib/token/a.ts', '../share/a']],
  'authorize-imports-lower-layers-only': [['lib/authorize/a.ts', '../share/a']],
  'gateway-imports-lower-layers-only': [['lib/gateway/a.ts', '../share/a']],
  'explain-imports-lower-layers-only': [['lib/explain/a.ts', '../share/a']],
  'app-code-imports-lower-layers-only': [['lib/app-code/a.ts', '../findings/b']],
  'paste-imports-lower-layers-only': [['lib/paste/a.ts', '../findings/b']],
  'share-imports-lower-layers-only': [['lib/share/a.ts', '../findings/b']],
  'project-imports-lower-layers-only': [['lib/project/a.ts', '../token/b']],
  'source-imports-lower-layers-only': [['lib/source/a.ts', '../findings/b']],
  'deployed-imports-lower-layers-only': [['lib/deployed/a.ts', '../findings/b']],
  'read-imports-lower-layers-only': [['lib/read/a.ts', '../findings/b']],
  'doctor-imports-lower-layers-only': [['lib/doctor/a.ts', '../findings/b']],
  'import-imports-lower-layers-only': [['lib/import/a.ts', '../findings/b']],
  'no-cycles': [
    ['lib/token/b.ts', './c'],
    ['lib/token/c.ts', './b'],
  ],
  'no-orphans-in-imports': [['lib/document/b.ts', './not-there']],
  'lib-is-pure': [['lib/document/c.ts', 'react']],
  'lib-needs-no-platform': [['lib/document/d.ts', 'node:fs']],
  'formats-do-not-import-formats': [['lib/formats/two/a.ts', '../one/b']],
  'rules-do-not-import-rules': [['lib/findings/rules/a.ts', './b']],
  'ui-imports-no-domain': [['components/ui/a.tsx', '../../lib/document/e']],
  'access-map-imports-no-feature': [['components/access-map/a.tsx', '../inspector/a']],
  'features-do-not-import-features': [['components/wizard/a.tsx', '../inspector/a']],
  'components-never-import-app': [['components/inspector/b.tsx', '../../app/page']],
  'views-use-the-entry-points-of-lib': [['app/page.tsx', '../lib/formats/one/b']],
  'nothing-inside-imports-the-published-library': [['cli/a.ts', '../lib/index']],
  'local-imports-what-it-serves': [['local/a.ts', '../lib/findings/b']],
  'local-is-for-the-command-line': [['components/wizard/b.tsx', '../../local/b']],
  'monaco-only-in-its-folder': [['components/preview/a.tsx', 'monaco-editor']],
}

/** Files that are imported and import nothing. */
const leaves = [
  'lib/formats/one/b.ts',
  'lib/findings/b.ts',
  'lib/findings/rules/b.ts',
  'lib/document/e.ts',
  'lib/index.ts',
  'components/inspector/a.tsx',
  'local/b.ts',
]

function writeViolations(folder: string): void {
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  for (const [file, imports] of Object.values(brokenRules).flat())
    write(file, `import * as it from '${imports}'\nexport const use = it\n`)
  for (const file of leaves) write(file, 'export const leaf = 1\n')
  write(OF_TYPES, `import type * as it from '../../lib/formats/one/b'\nexport type Use = typeof it\n`)
}

/** Takes nothing but types from where views may take no values. */
const OF_TYPES = 'components/wizard/c.tsx'

describe('imports', () => {
  it('follow the rules', async () => {
    expect((await inCopy(copyImportsOnly, violations)).map(worded)).toEqual([])
  })

  it('that break a rule are noticed, each rule once', async () => {
    const found = await inCopy(writeViolations, violations)
    for (const [rule, files] of Object.entries(brokenRules))
      expect(
        found.filter(({ rule: { name } }) => name === rule).map(({ from }) => from),
        rule,
      ).toContain(files[0]![0])
    expect(found.map(({ from }) => from)).not.toContain(OF_TYPES)
  })

  it('are read from JSX too, static and dynamic, as types and as values', () => {
    const source = `import type { A } from './a'
import b, { type C } from './b'
export { d } from './d'
const e = () => import('./e')
export const f = (a: A) => <b onClick={() => import("./f")}>{e as C}</b>
`
    const values = ["import * as it1 from './b'", "export * from './d'", "import('./e')", "import('./f')"]
    expect(importsOf(source).trim().split('\n')).toEqual(["import type * as it0 from './a'", ...values])
    expect(valuesOf(source)).toEqual(['./b', './d', './e', './f'])
  })

  it('have no rule without a violation', () => {
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(brokenRules).sort())
  })
})

describe('files', () => {
  const files = ['app', 'components', 'lib', 'local', 'cli', 'scripts'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(name => path.join(folder, name))
      .filter(name => /\.(?:tsx?|m?js)$/.test(name)),
  )
  const lines = (file: string) => fs.readFileSync(path.join(root, file), 'utf8').split('\n').length - 1

  it('have at most 300 lines', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter(file => lines(file) > 300).map(file => `${file}: ${lines(file)}`)).toEqual([])
  })

  it('are named in kebab-case, and for what they do', () => {
    const names = files.map(file => path.basename(file).replace(/\..*$/, ''))
    expect(names.filter(name => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([])
    expect(names.filter(name => /^(?:utils?|helpers?|common|services|manager|misc)$/.test(name))).toEqual([])
  })
})
