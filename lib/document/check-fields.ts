import { countMembers, cutLists, MAX_LIST_ITEMS } from './bounded'
import { type Spec, specSchema } from './spec'
import type * as z from './zod'

export type Checked =
  | { readonly ok: true; readonly spec: Spec }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] }

/**
 * Checks every field by itself. zod passes the issues of a list on as arguments of one call, which overflows the
 * stack with some hundred thousand of them; so in a huge document that is wrong somewhere it looks at the first
 * {@link MAX_LIST_ITEMS} members of lists, and further only when they are right.
 * Without issues it was refused for more of them than can be listed.
 */
export function checkFields(document: unknown): Checked {
  const isHuge = countMembers(document) > MAX_LIST_ITEMS
  if (!isHuge || specSchema.validate(document)) return check(document)
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
