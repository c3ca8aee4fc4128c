import { countItems, cutLists, MAX_LIST_ITEMS } from './bounded'
import { specSchema } from './schema'
import type { Spec } from './spec'
import * as z from './zod'

export type Checked =
  | { readonly ok: true; readonly spec: Spec }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] }

/**
 * Checks every field without regard to others. zod passes the issues of a list as arguments of one call, which
 * overflows the stack with some hundred thousand of them. So in a huge invalid document the first
 * {@link MAX_LIST_ITEMS} list items are checked first, and the rest only when these are valid. A result without
 * issues was rejected for more of them than can be listed.
 */
export function checkFields(document: unknown): Checked {
  const isHuge = countItems(document) > MAX_LIST_ITEMS
  if (!isHuge || z.validate(specSchema, document)) return check(document)
  const part = check(cutLists(document))
  if (!part.ok) return part
  try {
    return check(document)
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, issues: [] }
    throw error
  }
}

function check(document: unknown): Checked {
  const result = specSchema.safeParse(document, { reportInput: true })
  return result.success ? { ok: true, spec: result.data } : { ok: false, issues: result.error.issues }
}
