import type { SpecError } from './error'
import { type SpecErrorCode, specError } from './error-code'
import { fieldInfo, knownKeys } from './field-info'
import { child } from './field-path'
import { advise, nearest } from './nearest'
import type { PoolSourceGuess } from './pool-source'
import { quote } from './quote'
import type * as z from './zod'

/** Translates zod's issues to errors of the spec. `document` is the complete input, for the true length of its lists. */
export function* toErrors(
  issues: readonly z.core.$ZodIssue[],
  { source, survivesGuess }: PoolSourceGuess,
  document: unknown,
): Generator<SpecError> {
  for (const issue of issues)
    for (const error of translate(issue, source, document)) if (survivesGuess(error)) yield error
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
    `${nameOf(path)} is missing. Add it${example === undefined ? '' : `, for example ${example}`}.`,
  )
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
}

const wrongType = (path: string, expected: string, input: unknown): SpecError =>
  specError(
    'WRONG_TYPE',
    path,
    `${nameOf(path)} is ${describe(input)}, but must be ${TYPES[expected] ?? `of type ${expected}`}.`,
  )

function notOneOf(path: string, values: readonly unknown[], input: unknown): SpecError {
  if (input === undefined) return missing(path)
  const words = values.map(String)
  const choices = words.length === 1 ? `must be ${words[0]}` : `must be one of: ${words.join(', ')}`
  // With half of its letters changed it is another word: no advice is better than wrong advice.
  const near = typeof input === 'string' ? nearest(input, words, input.length / 2) : undefined
  const hint = near !== undefined && words.length > 1 ? ` Did you mean ${near}?` : ''
  return specError('NOT_ONE_OF', path, `${nameOf(path)} is ${describe(input)}, but ${choices}.${hint}`)
}

export const unknownKey = (path: string, key: string, known: readonly string[]): SpecError =>
  specError(
    'UNKNOWN_KEY',
    child(path, key),
    `Unknown field ${quote(key)} in ${path === '' ? 'the document' : path}. ${advise(key, known)}`,
  )

const tooMany = (path: string, most: number, count: number, many: string): SpecError =>
  specError(
    'TOO_MANY',
    path,
    `There are ${count} ${many}. At most ${most} are allowed: remove ${count - most}.`,
  )

function lengthAt(document: unknown, path: readonly PropertyKey[]): number {
  let value = document as Record<PropertyKey, unknown>
  for (const key of path) value = value[key] as Record<PropertyKey, unknown>
  return Number(value.length)
}

/** The label that the form shows, with the position of a list item: `Callback URL 2`. */
function nameOf(path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1)
  const label = fieldInfo(path)?.label ?? quote(last)
  return /^\d+$/.test(last) ? `${label} ${Number(last) + 1}` : label
}

/** Describes a value without its contents, which may be of any depth. */
function describe(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return 'an array'
  if (value === null || typeof value !== 'object') return String(value)
  return 'an object'
}
