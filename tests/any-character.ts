import fc from 'fast-check'

/** Code points that are halves of a pair in UTF-16, and no characters. */
const SURROGATES = { first: 0xd800, count: 0x800 }
const COUNT = 0x110000 - SURROGATES.count

const character = (place: number): string =>
  String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count)

function placeOf(value: unknown): number {
  const code = typeof value === 'string' ? value.codePointAt(0) : undefined
  const place = code === undefined || code < SURROGATES.first ? code : code - SURROGATES.count
  if (place === undefined || place >= COUNT || character(place) !== value)
    throw new Error(`not one character: ${value}`)
  return place
}

/**
 * Every character of Unicode, for `fc.string({ unit: anyCharacter })`: the same strings for the same seed as with the unit
 * `binary`. For that fast-check makes a table of all 1,112,064 characters in each process, which takes a second and 80 MB.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat({ max: COUNT - 1 }).map(character, placeOf)
