import type { SpecError } from './document/error'
import { parseSpec } from './document/parse'
import type { Spec } from './document/spec'
import { emitters } from './emit'
import type { FormatId } from './emit/emitter'
import type { Finding, RepairableFinding } from './findings/finding'
import { plainFinding, repairableFindings } from './findings/findings'
import type { Model } from './model/model'
import { toModel } from './model/to-model'
import type { Printed } from './text/line'
import { createPrintCache, noCache, type PrintCache } from './text/print-cache'

export { createPrintCache, type PrintCache } from './text/print-cache'

/** What can be shown of each output format before anything is compiled, in tab order. */
export const formats = emitters.map(({ id, label, language }) => ({ id, label, language }))
export type Format = (typeof formats)[number]

export type Compiled =
  | { readonly ok: false; readonly errors: readonly SpecError[] }
  | {
      readonly ok: true
      readonly spec: Spec
      readonly model: Model
      /** One format's text, printed when it is asked for. */
      readonly output: (format: FormatId, blocks?: PrintCache) => Printed & { readonly fileName: string }
      /** What one should know though it compiles, as plain data. Found when asked for, once. */
      readonly findings: () => readonly Finding[]
      /** The same, each with the change that takes it away, where there is one right change. */
      readonly repairableFindings: () => readonly RepairableFinding[]
    }

/** One finding needs the whole template: with 300 endpoints printing only what changed takes a tenth of the time. */
const templateSizeCache = createPrintCache()

/** The one door for views and command line: a document of any kind → its errors, or everything made from it. */
export function compile(input: unknown): Compiled {
  const parsed = parseSpec(input)
  if (!parsed.ok) return parsed
  const model = toModel(parsed.spec)
  const output = (format: FormatId, blocks: PrintCache = noCache) => {
    const emitter = emitters.find(({ id }) => id === format)!
    return { ...emitter.emit(model, blocks), fileName: emitter.fileName(model) }
  }
  const templateBytes = () => {
    templateSizeCache.nextFrame()
    return new TextEncoder().encode(output('cloudformation', templateSizeCache).text).length
  }
  let found: readonly RepairableFinding[] | undefined
  const findAll = () => {
    found ??= repairableFindings(model, { templateBytes })
    return found
  }
  return {
    ok: true,
    spec: parsed.spec,
    model,
    output,
    findings: () => findAll().map(plainFinding),
    repairableFindings: findAll,
  }
}
