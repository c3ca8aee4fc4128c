import { countItems, cutLists, MAX_LIST_ITEMS } from './bounded'
import { checkChanged, type LastValid } from './check-changed'
import { specSchema } from './schema'
import type { Spec } from './spec'
import type * as z from './zod'

export type Checked =
  | { readonly ok: true; readonly spec: Spec }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] }

/**
 * Checks every field without regard to others. Of a huge invalid document the first {@link MAX_LIST_ITEMS} list items
 * are reported, and the rest only when these are valid. A result without issues was rejected for more of them than can
 * be listed. Objects that the document shares with `last` are not checked again.
 */
export function checkFields(document: unknown, last?: LastValid): Checked {
  const spec = last && checkChanged(document, last, specOf)
  if (spec) return { ok: true, spec }
  if (countItems(document) <= MAX_LIST_ITEMS) return check(document)
  const whole = checkHuge(document)
  if (whole.ok) return whole
  const part = check(cutLists(document))
  return part.ok ? whole : part
}

/** zod passes the issues of a list as arguments of one call, which overflows the stack with some hundred thousand of them. */
function checkHuge(document: unknown): Checked {
  try {
    return check(document)
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, issues: [] }
    throw error
  }
}

function specOf(document: unknown): Spec | undefined {
  const checked = check(document)
  return checked.ok ? checked.spec : undefined
}

function check(document: unknown): Checked {
  const result = specSchema.safeParse(document, { reportInput: true })
  return result.success ? { ok: true, spec: result.data } : { ok: false, issues: result.error.issues }
}
