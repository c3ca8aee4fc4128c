/**
 * Characters that a terminal obeys or that change what a reader sees: controls, line and paragraph separators, the
 * bidirectional controls of Unicode UAX #9, zero-width characters, fillers, tags and unpaired surrogates.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu

/** Maximum length of one printed line, in UTF-16 code units. */
const MAX_LINE = 4000
/** Space for the words that say how much was cut. */
const ROOM = 40

/** Writes each UTF-16 code unit as `\u202e`. */
const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')

/**
 * Returns one line that is safe to print, whoever wrote the text: unprintable characters, line breaks among them, become
 * escapes, and a longer line is cut after about 4,000 characters.
 */
export function printable(line: string): string {
  if (line.length <= MAX_LINE && /^[\x20-\x7e]*$/.test(line)) return line
  // The first cut bounds the work, the second one counts the escapes too.
  const shown = line.slice(0, MAX_LINE).replace(UNPRINTABLE, escaped)
  if (line.length <= MAX_LINE && shown.length <= MAX_LINE) return shown
  const kept = shown.slice(0, MAX_LINE - ROOM)
  return `${kept.replace(/[\ud800-\udbff]$/, '')}… (cut after ${MAX_LINE - ROOM} characters)`
}

/** Returns text of several lines with each line printable. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')

/** Writes a value as JSON for programs; an unprintable character inside a string becomes its JSON escape. */
export const printableJson = (value: unknown, indent?: number): string =>
  // Unescaped line feeds are those of the indentation: JSON escapes its own.
  JSON.stringify(value, null, indent).replace(UNPRINTABLE, found => (found === '\n' ? found : escaped(found)))
