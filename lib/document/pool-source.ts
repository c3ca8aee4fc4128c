import type { SpecError } from './error'
import { specError } from './error-code'
import { knownKeys } from './field-info'
import { isObject } from './json-document'
import { nearest } from './nearest'
import { quote } from './quote'

/** A document with a valid `userPool.source`, guessed when the input has none. */
export interface PoolSourceGuess {
  readonly document: unknown
  readonly source: 'new' | 'existing'
  /** Error about a missing or invalid source. */
  readonly error?: SpecError
  /** True if an error found with the guess is an error without it too. */
  readonly survivesGuess: (error: SpecError) => boolean
}

const SOURCES = ['new', 'existing']

/** Guesses a missing or misspelled source from the other fields of the pool, so that it does not hide their errors. */
export function guessPoolSource(input: Readonly<Record<string, unknown>>): PoolSourceGuess {
  const pool = input.userPool
  const survivesGuess = () => true
  if (!isObject(pool)) return { document: input, source: 'new', survivesGuess }
  const { source } = pool
  if (source === 'new' || source === 'existing') return { document: input, source, survivesGuess }
  const known = knownKeys('userPool')
  const written = known.filter(key => Object.hasOwn(pool, key))
  const ofExisting = !isEachKnown(written, 'new')
  const ofNew = !isEachKnown(written, 'existing')
  const guess = ofExisting && !ofNew ? 'existing' : 'new'
  const isUnambiguous = ofExisting !== ofNew
  return {
    document: { ...input, userPool: { ...pool, source: guess } },
    source: guess,
    error: sourceError(source),
    survivesGuess: ({ code, path }) =>
      !path.startsWith('userPool.') ||
      (code === 'MISSING'
        ? isUnambiguous
        : code !== 'UNKNOWN_KEY' || !known.includes(path.slice('userPool.'.length))),
  }
}

/** Do pools of this kind have all of these fields? */
function isEachKnown(keys: readonly string[], source: string): boolean {
  const known = knownKeys('userPool', source)
  return keys.every(key => known.includes(key))
}

function sourceError(source: unknown): SpecError {
  const path = 'userPool.source'
  if (source === undefined)
    return specError(
      'MISSING',
      path,
      'User pool source is missing. Add "new" to create a user pool in this stack, or "existing" to use one.',
    )
  if (typeof source !== 'string')
    return specError('WRONG_TYPE', path, 'User pool source must be a string: "new" or "existing".')
  // With half of its letters changed it is another word.
  const near = nearest(source, SOURCES, source.length / 2)
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  return specError(
    'NOT_ONE_OF',
    path,
    `User pool source is ${quote(source)}, but must be one of: ${SOURCES.join(', ')}.${hint}`,
  )
}
