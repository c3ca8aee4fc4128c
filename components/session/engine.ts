import type { Compiled, FormatId } from '@/lib/compile'
import type { SpecError } from '@/lib/document/error'
import { example } from '@/lib/document/example'
import type { FieldPath } from '@/lib/document/field-path'
import { parseSpec } from '@/lib/document/parse'
import { createStore } from './store'

type Compiler = Pick<typeof import('@/lib/compile'), 'compile' | 'createPrintCache'>
export type Valid = Extract<Compiled, { ok: true }>
export type Output = ReturnType<Valid['output']>

export interface EngineState {
  readonly errors: readonly SpecError[]
  readonly errorAt: ReadonlyMap<FieldPath, SpecError>
  /** Everything made from the newest valid spec; absent until the compiler has arrived. */
  readonly valid?: Valid
}

const NO_FAULTS = { errors: [], errorAt: new Map() } as const
const faults = (errors: readonly SpecError[]) => ({
  errors,
  errorAt: new Map(errors.map(error => [error.path, error])),
})

/**
 * Checks the form's values on every change and compiles them when they are valid. With errors the last valid result
 * stays. The compiler arrives later than the form: until then the values are only checked.
 */
export function createEngine() {
  const store = createStore<EngineState>(NO_FAULTS)
  let compiler: Compiler | undefined
  let arriving: Promise<void> | undefined
  let latest: unknown
  const printed = new Map<
    FormatId,
    { of: Valid; output: Output; blocks: ReturnType<Compiler['createPrintCache']> }
  >()

  function update(values: unknown) {
    latest = values
    const { valid } = store.get()
    if (!compiler) {
      const parsed = parseSpec(values)
      store.set(parsed.ok ? NO_FAULTS : faults(parsed.errors))
      return
    }
    const compiled = compiler.compile(values)
    store.set(compiled.ok ? { ...NO_FAULTS, valid: compiled } : { ...faults(compiled.errors), valid })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    update,
    /** Whether the form holds at `path` what the newest valid spec was made from. */
    holds: (path: FieldPath) => same(valueAt(latest, path), valueAt(store.get().valid?.spec, path)),
    /** The text of one format of the last valid spec: the same object until that spec changes. */
    output(format: FormatId): Output | undefined {
      const { valid } = store.get()
      if (!valid || !compiler) return undefined
      const known = printed.get(format)
      if (known?.of === valid) return known.output
      const blocks = known?.blocks ?? compiler.createPrintCache()
      blocks.nextFrame()
      const output = valid.output(format, blocks)
      printed.set(format, { of: valid, output, blocks })
      return output
    },
    /** Fetches the compiler, once. */
    load() {
      arriving ??= import('@/lib/compile').then(module => {
        compiler = module
        // Values that were saved with an error have no last valid result: the example stands in for it.
        const first = module.compile(example)
        if (first.ok) store.set({ ...store.get(), valid: first })
        if (latest !== undefined) update(latest)
      })
      return arriving
    },
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const valueAt = (values: unknown, path: FieldPath): unknown =>
  path === ''
    ? values
    : path
        .split('.')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], values)

export type Engine = ReturnType<typeof createEngine>
