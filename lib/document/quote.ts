const SHOWN = 60

/** A value as a message shows it: in quotes, cut at 60 characters, and nothing in it that a terminal would obey. */
export function quote(text: string): string {
  const shown = text.length > SHOWN ? `${[...text.slice(0, SHOWN + 1)].slice(0, -1).join('')}…` : text
  return `"${shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, codePoint)}"`
}

/** `U+000A` for a line feed. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
