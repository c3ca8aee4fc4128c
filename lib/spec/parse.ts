import type { SpecError } from './error'
import { type Spec, specSchema } from './spec'

export type Parsed =
  | { readonly ok: true; readonly spec: Spec }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** Any value → the spec with its defaults, or every error it has. */
export function parseSpec(input: unknown): Parsed {
  const result = specSchema.safeParse(input)
  if (result.success) return { ok: true, spec: result.data }
  return {
    ok: false,
    errors: result.error.issues.map(issue => ({
      code: issue.code.toUpperCase(),
      path: issue.path.join('.'),
      message: issue.message,
    })),
  }
}
