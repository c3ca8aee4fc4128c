import type { SpecError } from './error'
import { specError } from './error-code'
import { knownKeys } from './field-info'
import { nearest } from './nearest'
import { isObject } from './object'
import { quote } from './quote'

/** A document whose `userPool.source` says which kind of pool it is, if need be by a guess. */
export interface Sourced {
  readonly document: unknown
  readonly source: 'new' | 'existing'
  /** The error of a source that says neither. */
  readonly error?: SpecError
  /** Whether an error found with the guess holds without it. */
  readonly holds: (error: SpecError) => boolean
}

/** Guesses a missing or misspelt source from the fields beside it, so that it does not hide their errors. */
export function withSource(input: Readonly<Record<string, unknown>>): Sourced {
  const pool = input.userPool
  const holds = () => true
  if (!isObject(pool)) return { document: input, source: 'new', holds }
  const { source } = pool
  if (source === 'new' || source === 'existing') return { document: input, source, holds }
  const ofExisting = tells(pool, 'existing', 'new')
  const ofNew = tells(pool, 'new', 'existing')
  const guess = ofExisting && !ofNew ? 'existing' : 'new'
  const isSure = ofExisting !== ofNew
  const known = knownKeys('userPool')
  return {
    document: { ...input, userPool: { ...pool, source: guess } },
    source: guess,
    error: sourceError(source),
    holds: ({ code, path }) =>
      !path.startsWith('userPool.') ||
      (code === 'MISSING'
        ? isSure
        : code !== 'UNKNOWN_KEY' || !known.includes(path.slice('userPool.'.length))),
  }
}

/** Whether some field of the pool is one of `kind` only. */
function tells(pool: Readonly<Record<string, unknown>>, kind: string, other: string): boolean {
  const shared = knownKeys('userPool', other)
  return knownKeys('userPool', kind).some(key => Object.hasOwn(pool, key) && !shared.includes(key))
}

function sourceError(source: unknown): SpecError {
  const path = 'userPool.source'
  if (source === undefined)
    return specError(
      'MISSING',
      path,
      '"source" is missing; add "new" for a user pool of this stack or "existing" for one that is there.',
    )
  if (typeof source !== 'string')
    return specError('WRONG_TYPE', path, '"source" must be a text in quotes: "new" or "existing".')
  return specError(
    'NOT_ONE_OF',
    path,
    `"source" is ${quote(source)}; it must be one of new, existing; did you mean ${nearest(source, ['new', 'existing'])}?`,
  )
}
