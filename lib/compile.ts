import type { LastValid } from './document/check-changed'
import { readSpec } from './document/parse'
import type { Spec } from './document/spec'
import type { Finding, OutputMetrics, RepairableFinding } from './findings/finding'
import { plainFinding, repairableFindings } from './findings/findings'
import { type FormatId, formatOf, formats as registry } from './formats'
import type { Format as AnyFormat } from './formats/format'
import type { Model } from './model/model'
import { toModel } from './model/to-model'
import type { ProjectFile } from './project/project-file'
import { readme } from './project/readme/readme'
import type { Refused } from './request-error'
import { type BlockText, textOfBlocks } from './text/block-text'
import type { Printed } from './text/line'
import { createPrintCache, type LivePrintCache, noCache, type PrintCache } from './text/print-cache'

export type { FormatId } from './formats'

/** An output format as a list shows it. */
export interface Format {
  readonly id: FormatId
  /** Formats with one name are notations of one document. */
  readonly name: string
  /** The name in a list of all formats: `CloudFormation JSON`. */
  readonly label: string
  readonly language: 'yaml' | 'json' | 'typescript' | 'hcl'
}

/** The output formats, in the order of the tabs. */
export const formats: readonly Format[] = registry.map(({ id, name, label, language }) => ({
  id,
  name,
  label,
  language,
}))

/** Everything that is made from a document, or every error that it has. */
export type Compiled = Compilation | Refused

/** Everything that is made from a valid document, each part when it is asked for. */
export interface Compilation {
  readonly ok: true
  /** The document with its defaults filled in. */
  readonly spec: Spec
  /** @internal */
  readonly model: Model
  /** The text of one format: the same object each time. */
  output(format: FormatId): Output
  /** The downloadable project of one format, with a README and the document. */
  project(format: FormatId): CompiledProject
  /** What should be known about the document although it compiles: warnings, then suggestions, acknowledged ones too. */
  findings(): readonly Finding[]
  /** @internal Findings with an automatic fix where exactly one is correct. */
  repairableFindings(): readonly RepairableFinding[]
}

/** The text of one format. Line `i + 1` of `text` comes from the field `fields[i]`; every line ends in a line feed. */
export interface Output extends Printed {
  /** Path of the file in the project of its format, with forward slashes. */
  readonly fileName: string
  /** @internal */
  readonly blocks: BlockText['blocks']
  /** @internal */
  readonly lineCount: number
  /** @internal */
  readonly byteLength: number
}

/** A project that can be deployed as it is. */
export interface CompiledProject {
  /** Every file, `README.md` and `wizard.json` among them. */
  readonly files: readonly ProjectFile[]
  /** Paths of the main files and what each is for. */
  readonly contents: readonly (readonly [path: string, purpose: string])[]
  /** Shell commands that deploy the project, one a line. */
  readonly deployCommands: readonly string[]
}

/**
 * Compiles a document: the one way for pages, commands and library to its outputs and findings.
 *
 * @param document The document `wizard.json`: its JSON value, its JSON text, or the UTF-8 bytes of that text.
 * @returns The compilation, or every error of the document, one for each field. Bad input is never thrown.
 */
export function compile(document: unknown): Compiled {
  return compileWith(document, () => noCache)
}

/**
 * Creates a `compile` for the states of one open document: each output prints only the blocks that the output of the
 * state before did not have. States never change: an object that two of them share is checked once.
 *
 * @internal
 */
export function createCompiler(): typeof compile {
  const caches = new Map<FormatId, LivePrintCache>()
  const nextFrame = (id: FormatId): PrintCache => {
    const cache = caches.get(id) ?? createPrintCache()
    caches.set(id, cache)
    cache.nextFrame()
    return cache
  }
  let last: Last | undefined
  return document => {
    const compiled = compileWith(document, nextFrame, last)
    if (compiled.ok) last = { document, spec: compiled.spec, model: compiled.model }
    return compiled
  }
}

interface Last extends LastValid {
  readonly model: Model
}

function compileWith(document: unknown, cacheOf: (id: FormatId) => PrintCache, last?: Last): Compiled {
  const parsed = readSpec(document, last)
  if (!parsed.ok) return parsed
  const { spec } = parsed
  const model = toModel(spec, last)
  const outputs = new Map<FormatId, Output>()
  const output = (id: FormatId): Output => {
    const known = outputs.get(id)
    if (known) return known
    const format = formatOf(id)
    const blocks = format.blocks(model).map(cacheOf(id).print)
    const made = Object.assign(textOfBlocks(blocks), { fileName: format.fileName(model) })
    outputs.set(id, made)
    return made
  }
  let found: readonly RepairableFinding[] | undefined
  const findAll = () => {
    found ??= repairableFindings(spec, model, metrics(model, output))
    return found
  }
  return {
    ok: true,
    spec,
    model,
    output,
    project: id => projectOf(spec, model, id),
    findings: () => findAll().map(plainFinding),
    repairableFindings: findAll,
  }
}

const metrics = (model: Model, output: Compilation['output']): OutputMetrics => ({
  templateBytes: () => output('cloudformation').byteLength,
  resourceCounts: () =>
    new Map(
      (registry as readonly AnyFormat[]).flatMap(({ name, resourceCount }) =>
        resourceCount ? [[name, resourceCount(model)] as const] : [],
      ),
    ),
})

function projectOf(spec: Spec, model: Model, id: FormatId): CompiledProject {
  const { files, guide } = formatOf(id).project(model)
  return {
    files: [
      ...files,
      { path: 'README.md', text: readme(model, guide) },
      { path: 'wizard.json', text: `${JSON.stringify(spec, null, 2)}\n` },
    ],
    contents: guide.files,
    deployCommands: guide.deploy.commands,
  }
}
