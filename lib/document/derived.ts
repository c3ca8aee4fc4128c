import type { GroupField, Values } from './field'

/**
 * Fills in the derived fields of an object that were left out. They come last whether they were given or not, so that a
 * document has one order of fields.
 */
export function withDerived(fields: GroupField['fields'], values: Values): Values {
  let filled = values
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind !== 'derived') continue
    const { [key]: given, ...others } = filled
    filled = { ...others, [key]: given ?? field.from(others) }
  }
  return filled
}
