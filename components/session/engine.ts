import type { Compiled } from '@/lib/compile'
import type { SpecError } from '@/lib/spec/error'
import type { FieldPath } from '@/lib/spec/field-path'
import { parseSpec } from '@/lib/spec/parse'
import { createStore } from './store'

type Compile = (input: unknown) => Compiled
export type Valid = Extract<Compiled, { ok: true }>

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
  let compile: Compile | undefined
  let arriving: Promise<void> | undefined
  let latest: unknown

  function update(values: unknown) {
    latest = values
    const { valid } = store.get()
    if (!compile) {
      const parsed = parseSpec(values)
      store.set(parsed.ok ? NO_FAULTS : faults(parsed.errors))
      return
    }
    const compiled = compile(values)
    store.set(compiled.ok ? { ...NO_FAULTS, valid: compiled } : { ...faults(compiled.errors), valid })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    update,
    /** Fetches the compiler, once. */
    load() {
      arriving ??= import('@/lib/compile').then(module => {
        compile = module.compile
        if (latest !== undefined) update(latest)
      })
      return arriving
    },
  }
}

export type Engine = ReturnType<typeof createEngine>
