import type { FieldPath } from '../document/field-path'

/** The place of a model's node in its list: `clients.3` → 3. */
export const indexOf = (field: FieldPath): number => Number(field.slice(field.lastIndexOf('.') + 1))

/** The list with the member at `index` changed. */
export const changed = <Member>(
  list: readonly Member[],
  index: number,
  change: (member: Member) => Member,
): Member[] => list.map((member, i) => (i === index ? change(member) : member))
