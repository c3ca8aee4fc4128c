import type { SpecError } from './document/error'
import { parseSpec } from './document/parse'
import type { Spec } from './document/spec'
import type { Finding, OutputMetrics, RepairableFinding } from './findings/finding'
import { plainFinding, repairableFindings } from './findings/findings'
import { type FormatId, formatOf, formats as registry } from './formats'
import type { Model } from './model/model'
import { toModel } from './model/to-model'
import type { ProjectFile } from './project/project-file'
import { readme } from './project/readme/readme'
import type { Printed } from './text/line'
import { createPrintCache, noCache, type PrintCache } from './text/print-cache'

export type { FormatId } from './formats'
export { createPrintCache, type PrintCache } from './text/print-cache'

/** What a list of formats shows of each, in tab order. Formats with one `name` are notations of one document. */
export const formats = registry.map(({ id, name, label, language }) => ({ id, name, label, language }))
export type Format = (typeof formats)[number]

/** A document's errors, or everything made from it. */
export type Compiled = { readonly ok: false; readonly errors: readonly SpecError[] } | Compilation

/** Everything made from a valid spec. Each part is made when it is asked for. */
export interface Compilation {
  readonly ok: true
  readonly spec: Spec
  readonly model: Model
  /** Text of one format, with the form field behind each line. */
  readonly output: (format: FormatId, cache?: PrintCache) => Output
  /** The downloadable project of one format, with a README and the spec. */
  readonly project: (format: FormatId) => CompiledProject
  /** Findings as plain data, warnings first. Computed once. */
  readonly findings: () => readonly Finding[]
  /** Findings with an automatic fix where exactly one is correct. Computed once. */
  readonly repairableFindings: () => readonly RepairableFinding[]
}

export type Output = Printed & { readonly fileName: string }

export interface CompiledProject {
  readonly files: readonly ProjectFile[]
  /** Paths of the main files and what each is for. */
  readonly contents: readonly (readonly [path: string, purpose: string])[]
  /** Shell commands that deploy the project, one a line. */
  readonly deployCommands: readonly string[]
}

/** TEMPLATE_NEEDS_S3 needs the size of the whole template: with 300 endpoints, printing only what changed takes a tenth of the time. */
const templateSizeCache = createPrintCache()

/** Compiles a document of any kind: the single entry point for page and command line. Bad input is returned as errors. */
export function compile(input: unknown): Compiled {
  const parsed = parseSpec(input)
  if (!parsed.ok) return parsed
  const { spec } = parsed
  const model = toModel(spec)
  const output = (id: FormatId, cache: PrintCache = noCache): Output => {
    const format = formatOf(id)
    return { ...format.emit(model, cache), fileName: format.fileName(model) }
  }
  let found: readonly RepairableFinding[] | undefined
  const findAll = () => {
    found ??= repairableFindings(model, metrics(model, output))
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
  templateBytes() {
    templateSizeCache.nextFrame()
    return new TextEncoder().encode(output('cloudformation', templateSizeCache).text).length
  },
  resourceCounts: () =>
    new Map(registry.map(({ name, resourceCount }): [string, number] => [name, resourceCount(model)])),
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
