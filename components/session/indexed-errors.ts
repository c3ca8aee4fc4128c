import type { SpecError } from '@/lib/document/error'
import type { FieldPath } from '@/lib/document/field-path'

/** The errors of a document, by field. */
export interface IndexedErrors {
  readonly errors: readonly SpecError[]
  readonly errorAt: ReadonlyMap<FieldPath, SpecError>
  /** The errors inside each list and group: the same array as before while they are the same errors. */
  readonly errorsInside: ReadonlyMap<FieldPath, readonly SpecError[]>
}

export const NO_ERRORS: IndexedErrors = { errors: [], errorAt: new Map(), errorsInside: new Map() }

/** Indexes errors by field; equal arrays are reused from `before`, so that their views do not re-render. */
export function indexErrors(errors: readonly SpecError[], before: IndexedErrors): IndexedErrors {
  const inside = new Map<FieldPath, SpecError[]>()
  for (const error of errors)
    for (let end = error.path.lastIndexOf('.'); end > 0; end = error.path.lastIndexOf('.', end - 1)) {
      const parent = error.path.slice(0, end)
      const known = inside.get(parent)
      if (known) known.push(error)
      else inside.set(parent, [error])
    }
  return {
    errors,
    errorAt: new Map(errors.map(error => [error.path, error])),
    errorsInside: new Map(
      [...inside].map(([path, found]) => {
        const known = before.errorsInside.get(path)
        return [path, known && sameErrors(known, found) ? known : found]
      }),
    ),
  }
}

const sameErrors = (one: readonly SpecError[], other: readonly SpecError[]) =>
  one.length === other.length &&
  one.every(({ path, message }, index) => path === other[index]?.path && message === other[index].message)
