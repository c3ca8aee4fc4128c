import { isDeepStrictEqual } from 'node:util'
import { type Compilation, compile } from '@/lib/compile'
import { jsonSchema } from '@/lib/document/json-schema'
import type { Spec } from '@/lib/document/spec'
import { companions } from './companions'

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
type Path = readonly (string | number)[]

/** The part of JSON Schema that describes a spec. */
interface Schema {
  readonly type?: string
  readonly const?: Json
  readonly default?: Json
  readonly enum?: readonly Json[]
  readonly examples?: readonly Json[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

const root = jsonSchema() as Schema

/** An edit of one field of the schema, and the valid spec that it leads to, compiled. */
export interface Edit {
  /** What is edited and how, without the places in lists: `clients[].scopes[] swap`. */
  readonly name: string
  readonly compiled: Compilation
}

/** The names of all edits that the schema allows, whatever a document contains. */
export const allEditNames = (): readonly string[] => [...new Set(namesOf(root, ''))].sort()

function* namesOf(schema: Schema, name: string): Generator<string> {
  if (schema.const !== undefined) return
  if (schema.oneOf) {
    yield `${name} switch`
    for (const variant of schema.oneOf) yield* namesOf(variant, name)
  } else if (schema.properties) {
    for (const [key, property] of Object.entries(schema.properties)) {
      const inside = name ? `${name}.${key}` : key
      if (isOptional(schema, key)) yield* [`${inside} set`, `${inside} unset`]
      yield* namesOf(property, inside)
    }
  } else if (schema.items) {
    yield* [`${name}[] add`, `${name}[] remove`, `${name}[] swap`]
    yield* namesOf(schema.items, `${name}[]`)
  } else {
    yield `${name} change`
  }
}

/** May be absent from a parsed spec. A field with a default is always there, so leaving it out is a change to the default. */
const isOptional = (schema: Schema, key: string): boolean =>
  !schema.required?.includes(key) && schema.properties?.[key]?.default === undefined

/** Values that occur in documents, by the name of their field. */
export type Known = ReadonlyMap<string, readonly Json[]>

export function knownValues(specs: readonly Spec[]): Known {
  const known = new Map<string, Json[]>()
  function collect(schema: Schema, value: Json | undefined, name: string): void {
    if (value === undefined) return
    const values = known.get(name) ?? []
    if (!values.some(other => isDeepStrictEqual(other, value))) known.set(name, [...values, value])
    const variant = variantOf(schema, value)
    if (variant.items) for (const item of value as readonly Json[]) collect(variant.items, item, `${name}[]`)
    for (const [key, property] of Object.entries(variant.properties ?? {}))
      collect(property, (value as Record<string, Json>)[key], name ? `${name}.${key}` : key)
  }
  for (const spec of specs) collect(root, spec as unknown as Json, '')
  return known
}

const variantOf = (schema: Schema, value: Json): Schema =>
  schema.oneOf?.find(variant =>
    isDeepStrictEqual(variant.properties?.source?.const, (value as Record<string, Json>).source),
  ) ?? schema

/** A field, the edit of it, and values of which the first that leads to a valid spec is taken. */
interface Attempt {
  readonly name: string
  readonly path: Path
  /** `undefined` removes the field. */
  readonly values: readonly (Json | undefined)[]
}

/** The edits of every field in `spec` that lead to another valid spec, of those that are wanted. */
export function* editsOf(
  spec: Spec,
  known: Known,
  isWanted: (name: string, spec: Spec) => boolean,
): Generator<Edit> {
  for (const attempt of attemptsIn(spec, known)) {
    const edit = isWanted(attempt.name, spec) ? firstValid(spec, attempt) : undefined
    if (edit) yield edit
  }
}

/** One edit of `spec`, by any number; undefined where the field cannot be edited in this document. */
export function someEdit(spec: Spec, known: Known, number: number): Edit | undefined {
  const all = [...attemptsIn(spec, known)]
  const attempt = all[number % all.length]
  return attempt && firstValid(spec, attempt)
}

const attemptsIn = (spec: Spec, known: Known): Generator<Attempt> =>
  attempts(root, spec as unknown as Json, '', [], known)

function firstValid(spec: Spec, { name, path, values }: Attempt): Edit | undefined {
  for (const value of values) {
    const compiled = settle(spec, path, value)
    if (compiled) return { name, compiled }
  }
  return undefined
}

/** The valid spec with this value in this place, other fields changed only if it is not valid without. */
function settle(spec: Spec, path: Path, value: Json | undefined): Compilation | undefined {
  const edited = put(spec as unknown as Json, path, value) as unknown as Spec
  const tried: Spec[] = []
  for (const candidate of [edited, ...companions(spec, edited)]) {
    // Most companions have nothing to change in most documents.
    if (tried.some(other => isDeepStrictEqual(other, candidate))) continue
    tried.push(candidate)
    const kept = isDeepStrictEqual(get(candidate as unknown as Json, path), value)
    const compiled = kept ? compile(candidate) : undefined
    if (compiled?.ok && !isDeepStrictEqual(compiled.spec, spec)) return compiled
  }
  return undefined
}

function* attempts(schema: Schema, value: Json, name: string, path: Path, known: Known): Generator<Attempt> {
  if (schema.const !== undefined) return
  if (schema.oneOf) {
    const variant = variantOf(schema, value)
    const others = (known.get(name) ?? []).filter(other => variantOf(schema, other) !== variant)
    yield { name: `${name} switch`, path, values: others }
    yield* attempts(variant, value, name, path, known)
  } else if (schema.properties) {
    yield* attemptsInObject(schema, value as Record<string, Json>, name, path, known)
  } else if (schema.items) {
    yield* attemptsInList(schema.items, value as readonly Json[], `${name}[]`, path, known)
  } else if (typeof value === 'string' && !schema.enum) {
    yield { name: `${name} change`, path, values: [`${value}x`, `x${value}`] }
    yield { name: `${name} change`, path, values: otherValues(schema, value, name, known) }
  } else {
    for (const changed of changes(schema, value, name, known))
      yield { name: `${name} change`, path, values: [changed] }
  }
}

function* attemptsInObject(
  schema: Schema,
  value: Readonly<Record<string, Json>>,
  name: string,
  path: Path,
  known: Known,
): Generator<Attempt> {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const inside = name ? `${name}.${key}` : key
    const here = [...path, key]
    const present = value[key]
    if (isOptional(schema, key)) {
      yield { name: `${inside} unset`, path: here, values: [undefined] }
      yield { name: `${inside} set`, path: here, values: otherValues(property, present, inside, known) }
    }
    if (present !== undefined) yield* attempts(property, present, inside, here, known)
  }
}

function* attemptsInList(
  schema: Schema,
  list: readonly Json[],
  name: string,
  path: Path,
  known: Known,
): Generator<Attempt> {
  const added = list.length > 0 ? changes(schema, list[0] as Json, name, known) : (known.get(name) ?? [])
  yield { name: `${name} add`, path, values: added.map(item => [item, ...list]) }
  yield { name: `${name} add`, path, values: added.map(item => [...list, item]) }
  for (const place of new Set([0, list.length - 1]))
    yield { name: `${name} remove`, path, values: [list.filter((_, i) => i !== place)] }
  const [first, second, ...others] = list
  if (first !== undefined && second !== undefined)
    yield { name: `${name} swap`, path, values: [[second, first, ...others]] }
  // The first item, where an output explains a kind, and the last one, where it does not explain it again.
  for (const place of new Set([0, list.length - 1])) {
    const item = list[place]
    if (item !== undefined) yield* attempts(schema, item, name, [...path, place], known)
  }
}

/** Other values for a field; the rules of the document may refuse some of them. */
function changes(schema: Schema, value: Json, name: string, known: Known): readonly Json[] {
  if (schema.enum) return schema.enum.filter(other => other !== value)
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value - 1]
  const others = otherValues(schema, value, name, known)
  if (typeof value === 'string') return [`${value}x`, `x${value}`, ...others]
  return [renamed(schema, value as Record<string, Json>), ...others]
}

/** Values of the same field in other documents, and the examples of the schema. */
const otherValues = (schema: Schema, value: Json | undefined, name: string, known: Known): readonly Json[] =>
  [...(known.get(name) ?? []), ...(schema.examples ?? [])].filter(other => !isDeepStrictEqual(other, value))

/** The same object with `x` after each of its own texts. */
const renamed = (schema: Schema, value: Readonly<Record<string, Json>>): Json =>
  Object.fromEntries(
    Object.entries(value).map(([key, property]) => [
      key,
      typeof property === 'string' && !schema.properties?.[key]?.enum ? `${property}x` : property,
    ]),
  )

function get(value: Json | undefined, [key, ...rest]: Path): Json | undefined {
  if (key === undefined || value === undefined) return value
  return get((value as Record<string | number, Json>)[key], rest)
}

/** A copy of `target` with `value` at `path`; `undefined` removes what is there. */
function put(target: Json, [key, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (key === undefined) return value
  const inside = put((target as Record<string | number, Json>)[key] as Json, rest, value)
  if (Array.isArray(target)) return target.map((item: Json, i) => (i === key ? (inside as Json) : item))
  const { [key]: _, ...others } = target as Record<string, Json>
  return inside === undefined ? others : { ...(target as Record<string, Json>), [key]: inside }
}
