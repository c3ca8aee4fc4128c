import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { transformSync } from 'esbuild'
import { root } from './tree'

interface Module {
  exports: Record<string, unknown>
}
type Require = (name: string) => unknown
type Evaluate = (module: Module, exports: unknown, require: Require, folder: string, address: string) => void

/** Changes a source before it is compiled. */
export type Change = (file: string, source: string) => string

const ENDINGS = ['', '.ts', '.tsx', '/index.ts']

/**
 * The project's modules, evaluated again from nothing as often as one likes: their code is compiled once, into functions.
 * Packages are loaded once. Files are paths from the root of the project.
 */
export class Modules {
  readonly #given: ReadonlyMap<string, unknown>
  readonly #change: Change
  readonly #compiled = new Map<string, Evaluate>()
  readonly #resolved = new Map<string, string | undefined>()
  readonly #packages = new Map<string, unknown>()
  #replaced: readonly [file: string, evaluate: Evaluate] | undefined
  #evaluated = new Map<string, Module>()

  /** `given` are modules to use instead of packages, by name. */
  constructor(given: ReadonlyMap<string, unknown>, change: Change = (_, source) => source) {
    this.#given = given
    this.#change = change
  }

  /** Forgets every module that was evaluated. */
  forget(): void {
    this.#evaluated = new Map()
  }

  /** One file has another source from now on. */
  replace(file: string, source: string): void {
    this.#replaced = [file, compile(file, source)]
  }

  /** Files that were evaluated since the last `forget`. */
  get evaluated(): readonly string[] {
    return [...this.#evaluated.keys()]
  }

  load(file: string): unknown {
    const before = this.#evaluated.get(file)
    if (before) return before.exports
    const module: Module = { exports: {} }
    this.#evaluated.set(file, module)
    const place = path.join(root, file)
    const evaluate = this.#replaced?.[0] === file ? this.#replaced[1] : this.#evaluateOf(file)
    evaluate(
      module,
      module.exports,
      name => this.#require(name, file),
      path.dirname(place),
      pathToFileURL(place).href,
    )
    return module.exports
  }

  #evaluateOf(file: string): Evaluate {
    const evaluate =
      this.#compiled.get(file) ??
      compile(file, this.#change(file, fs.readFileSync(path.join(root, file), 'utf8')))
    this.#compiled.set(file, evaluate)
    return evaluate
  }

  #require(name: string, from: string): unknown {
    if (this.#given.has(name)) return this.#given.get(name)
    const file = this.#resolve(name, path.dirname(from))
    if (file !== undefined) return this.load(file)
    const packaged = this.#packages.get(name) ?? createRequire(path.join(root, from))(name)
    this.#packages.set(name, packaged)
    return packaged
  }

  /** The TypeScript file of the project that a name means. */
  #resolve(name: string, folder: string): string | undefined {
    if (!/^(?:\.|@\/)/.test(name)) return undefined
    const key = `${folder} ${name}`
    if (!this.#resolved.has(key)) {
      const place = name.startsWith('.') ? path.join(folder, name) : name.slice(2)
      const found = ENDINGS.map(ending => place + ending).find(file => /\.tsx?$/.test(file) && exists(file))
      this.#resolved.set(key, found)
    }
    return this.#resolved.get(key)
  }
}

const exists = (file: string) => fs.existsSync(path.join(root, file))

function compile(file: string, source: string): Evaluate {
  const { code } = transformSync(source, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__folder', 'import.meta.url': '__address' },
  })
  const names = ['module', 'exports', 'require', '__folder', '__address']
  return vm.compileFunction(code, names, { filename: path.join(root, file) }) as Evaluate
}
