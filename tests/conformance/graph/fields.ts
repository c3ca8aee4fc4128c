import { isDeepStrictEqual } from 'node:util'

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of an object that may have no others than `known`; an absent object has none. */
export function fields(value: unknown, known: readonly string[], where: string): Json {
  if (value === undefined) return {}
  if (!isObject(value)) throw new Error(`${where}: an object expected, not ${JSON.stringify(value)}`)
  for (const name of Object.keys(value))
    if (!known.includes(name)) throw new Error(`${where}: unknown meaning of ${name}`)
  return value
}

/** The items of a list; an absent list has none. */
export function items(value: unknown, where: string): readonly unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Error(`${where}: a list expected, not ${JSON.stringify(value)}`)
  return value
}

/**
 * Throws unless each field of `expected` that `given` has is exactly as there. For what one tool adds of its own accord:
 * it has no meaning for authorization as long as it is just that.
 */
export function expectExactly(given: Json, expected: Json, where: string): void {
  for (const [name, value] of Object.entries(expected))
    if (name in given && !isDeepStrictEqual(given[name], value))
      throw new Error(`${where}: ${name} is ${JSON.stringify(given[name])}`)
}
