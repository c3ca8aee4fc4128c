// The types of the published library in one file. TypeScript writes a declaration file for each module; this script collects
// what the library exports, and the types that those exports refer to. Only this project's own style is read: named exports alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at, run } from '../run.mjs'
import { documentTypes, formatTypes } from './computed-types.mjs'

const ENTRY = 'index'

/** Module (`token/decode`) → its declarations, imports and re-exports, as `tsc` wrote them. */
export async function readDeclarations() {
  const folder = mkdtempSync(path.join(tmpdir(), 'declarations-'))
  try {
    const tsc = [process.execPath, at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.lib.json')]
    const emit = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--stripInternal']
    // The compiler, written in Go, ends long before its memory is full.
    const env = { GOGC: 'off' }
    if (!run([...tsc, ...emit, '--rootDir', at('lib'), '--outDir', folder], { env }))
      throw new Error('tsc wrote no declarations')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.d.ts'),
    )
    const modules = new Map(
      files.map(file => {
        const name = file
          .split(path.sep)
          .join('/')
          .replace(/\.d\.ts$/, '')
        return [name, readModule(readFileSync(path.join(folder, file), 'utf8'))]
      }),
    )
    // As they are inferred in the sources, these types need zod, or everything about every format.
    modules.set('document/spec', readModule(await documentTypes()))
    modules.set('formats/index', readModule(await formatTypes()))
    return modules
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A statement begins in the first column and ends before the next one; a comment belongs to what follows it. */
const STATEMENT =
  /(?:^\/\*\*(?:.*\*\/|[\s\S]*?\n \*\/)\n)*^(?:export|import|declare|interface|type)\b[\s\S]*?(?=\n[^\s}]|\n?$(?![\s\S]))/gm
const DECLARATION = /^(?:export )?(?:declare )?(?:interface|type|const|function|class) (\w+)/m

function readModule(text) {
  const declared = new Map()
  const imported = new Map()
  const exported = []
  for (const [statement] of text.matchAll(STATEMENT)) {
    const code = withoutComments(statement).trim()
    const links = /^(import|export) (?:type )?\{([\s\S]*)\}(?: from '([^']+)')?;$/.exec(code)
    if (links) {
      const [, kind, list, from] = links
      for (const item of list.split(',').filter(item => item.trim())) {
        const [name, local = name] = item
          .trim()
          .replace(/^type /, '')
          .split(' as ')
        if (from !== undefined) imported.set(local, { name, from })
        if (kind === 'export') exported.push(local)
      }
    } else {
      const name = DECLARATION.exec(code)?.[1]
      const wholeModule = /^import (?:type )?\* as (\w+) from '([^']+)';$/.exec(code)
      if (wholeModule) imported.set(wholeModule[1], { name: '*', from: wholeModule[2] })
      else if (name) declared.set(name, statement.trim())
      else if (code !== 'export {};' && !/^export \* from '/.test(code))
        throw new Error(`a statement of a declaration file cannot be read: ${code}`)
    }
  }
  return { declared, imported, exported }
}

const withoutComments = text => text.replace(/\/\*[\s\S]*?\*\//g, '')

/** Where a name of a module is declared. */
function resolve(modules, module, name) {
  const { declared, imported } = modules.get(module)
  if (declared.has(name)) return { module, name }
  const link = imported.get(name)
  if (!link) return undefined
  if (!link.from.startsWith('.'))
    throw new Error(`the types of the library need ${link.from}, in ${module} for ${name}`)
  const target = path.posix.join(path.posix.dirname(module), link.from)
  const found = modules.has(target) ? target : `${target}/index`
  if (link.name === '*') throw new Error(`${module} imports ${target} as a whole, which cannot be rolled up`)
  return resolve(modules, found, link.name)
}

/** A declaration; `(typeof WORDS)[number]` as the words themselves, where WORDS is a list of the same module. */
const withWords = (declared, name) =>
  declared.get(name).replace(/\(typeof (\w+)\)\[number\]/, (whole, list) => {
    const words = /: readonly \[([^\]]+)\];$/.exec(declared.get(list) ?? '')?.[1]
    return words?.replaceAll(', ', ' | ') ?? whole
  })

/** What the library exports, in the order of `lib/index.ts`: `{ name, module, text }`, then what that mentions. */
export function collect(modules) {
  const found = new Map()
  const add = (module, name, isPublic) => {
    const at = resolve(modules, module, name)
    if (!at) return
    const known = found.get(at.name)
    if (known && known.module !== at.module)
      throw new Error(`two types of the library are named ${at.name}: in ${known.module} and in ${at.module}`)
    if (known) return
    const text = withWords(modules.get(at.module).declared, at.name)
    found.set(at.name, { ...at, text, isPublic })
    // Names of types begin with a capital letter, and those of properties do not.
    for (const [mentioned] of withoutComments(text)
      .replace(/"[^"]*"|'[^']*'/g, '')
      .matchAll(/\b[A-Za-z_]\w*\b/g))
      if (mentioned !== at.name) later.push([at.module, mentioned])
  }
  const later = []
  for (const name of modules.get(ENTRY).exported) add(ENTRY, name, true)
  while (later.length > 0) add(...later.shift(), false)
  return [...found.values()]
}

/** One declaration file: what is public is exported, what it mentions is not. */
export function rollUp(modules) {
  const statements = collect(modules).map(({ text, isPublic }) => {
    const plain = text.replace(/^export /m, '').replace(/^declare /m, '')
    const isType = DECLARATION.exec(withoutComments(plain).trim())?.[0].match(/^(?:interface|type)/)
    return plain.replace(
      /^(?=(?:interface|type|const|function|class) )/m,
      `${isPublic ? 'export ' : ''}${isType ? '' : 'declare '}`,
    )
  })
  // Without it, TypeScript would export every statement of the file.
  return `${statements.join('\n\n')}\n\nexport {}\n`
}
