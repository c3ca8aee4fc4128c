import type { FieldPath } from '../../document/field-path'
import { attribute, type HclEntry, hclBlock, hclList } from '../../text/hcl'
import type { Line } from '../../text/line'
import { comment, withField } from '../../text/line'

/** A top-level block, after an empty line. */
export const paragraph = (
  field: FieldPath | undefined,
  head: string,
  entries: readonly (HclEntry | undefined)[],
  explanation?: string,
): Line[] =>
  withField(field, [{ text: '' }, ...comment('#', explanation), ...hclBlock(head, entries)]).map((line, i) =>
    i === 0 ? { text: '' } : line,
  )

/** A resource block, after an empty line. */
export const resource = (
  field: FieldPath,
  address: string,
  entries: readonly (HclEntry | undefined)[],
  explanation?: string,
): Line[] => {
  const [type, name] = address.split('.')
  return paragraph(field, `resource "${type}" "${name}"`, entries, explanation)
}

/** A list attribute with a field for each item; nothing for an empty list. */
export const list = (
  name: string,
  field: FieldPath,
  items: readonly Line[],
  inline?: boolean,
): HclEntry | undefined => {
  const [only] = items
  if (!only) return undefined
  return attribute(
    name,
    hclList(items, inline ?? items.length === 1),
    items.length === 1 ? (only.field ?? field) : field,
  )
}
