import type { FieldPath } from '../document/field-path'

/** Index of a model node in its list: 3 for `clients.3`. */
export const indexOf = (field: FieldPath): number => Number(field.slice(field.lastIndexOf('.') + 1))

/** Copies a list with the item at `index` changed. */
export const changed = <Item>(list: readonly Item[], index: number, change: (item: Item) => Item): Item[] =>
  list.map((item, i) => (i === index ? change(item) : item))
