import type { SpecError } from './error'
import { type SpecErrorCode, specError } from './error-code'
import { fieldInfo, knownKeys } from './field-info'
import { child } from './field-path'
import { nearest } from './nearest'
import type { Sourced } from './pool-source'
import { quote } from './quote'
import type * as z from './zod'

/** zod's issues in the spec's own codes and words. `document` is the whole of it, for the true length of a list. */
export function* toErrors(
  issues: readonly z.core.$ZodIssue[],
  { source, holds }: Sourced,
  document: unknown,
): Generator<SpecError> {
  for (const issue of issues)
    for (const error of translate(issue, source, document)) if (holds(error)) yield error
}

function* translate(issue: z.core.$ZodIssue, source: string, document: unknown): Generator<SpecError> {
  const path = child('', ...(issue.path as (string | number)[]))
  switch (issue.code) {
    case 'custom':
      yield specError(issue.params?.code as SpecErrorCode, path, issue.message)
      break
    case 'too_small':
      yield specError('TOO_FEW', path, issue.message)
      break
    case 'too_big':
      yield tooMany(path, Number(issue.maximum), lengthAt(document, issue.path), issue.message)
      break
    case 'invalid_value':
      yield notOneOf(path, issue.values, issue.input)
      break
    case 'unrecognized_keys': {
      const known = knownKeys(path, source)
      for (const key of issue.keys) yield unknownKey(path, key, known)
      break
    }
    case 'invalid_type':
      yield issue.input === undefined ? missing(path) : wrongType(path, issue.expected, issue.input)
      break
    default:
      throw new TypeError(`a zod issue that no schema here makes: ${issue.code}`)
  }
}

function missing(path: string): SpecError {
  const example = fieldInfo(path)?.example
  return specError(
    'MISSING',
    path,
    `${nameOf(path)} is missing; add it${example === undefined ? '' : `, for example ${example}`}.`,
  )
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
}

const wrongType = (path: string, expected: string, input: unknown): SpecError =>
  specError(
    'WRONG_TYPE',
    path,
    `${nameOf(path)} is ${describe(input)}; it must be ${TYPES[expected] ?? `of type ${expected}`}.`,
  )

function notOneOf(path: string, values: readonly unknown[], input: unknown): SpecError {
  if (input === undefined) return missing(path)
  const words = values.map(String)
  const choices = words.length === 1 ? `must be ${words[0]}` : `must be one of ${words.join(', ')}`
  // With every other letter changed it is another word: better no advice than a wrong one.
  const near = typeof input === 'string' ? nearest(input, words, input.length / 2) : undefined
  const hint = near !== undefined && words.length > 1 ? `; did you mean ${near}?` : '.'
  return specError('NOT_ONE_OF', path, `${nameOf(path)} is ${describe(input)}; it ${choices}${hint}`)
}

export const unknownKey = (path: string, key: string, known: readonly string[]): SpecError =>
  specError(
    'UNKNOWN_KEY',
    child(path, key),
    `There is no field ${quote(key)} in ${path === '' ? 'the spec' : path}; the nearest one is "${nearest(key, known)}": rename or remove it.`,
  )

const tooMany = (path: string, most: number, count: number, many: string): SpecError =>
  specError(
    'TOO_MANY',
    path,
    `There are ${count} ${many}; at most ${most} are allowed, so remove ${count - most}.`,
  )

function lengthAt(document: unknown, path: readonly PropertyKey[]): number {
  let value = document as Record<PropertyKey, unknown>
  for (const key of path) value = value[key] as Record<PropertyKey, unknown>
  return Number(value.length)
}

/** `"name"`, or `Member 2 of "scopes"`. */
function nameOf(path: string): string {
  const [last = '', parent = ''] = path.split('.').reverse()
  return /^\d+$/.test(last) ? `Member ${Number(last) + 1} of ${quote(parent)}` : quote(last)
}

/** Without going into lists and objects, which may be of any depth. */
function describe(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return 'a list'
  if (value === null || typeof value !== 'object') return String(value)
  return 'an object'
}
