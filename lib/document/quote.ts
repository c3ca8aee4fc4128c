const MAX_SHOWN = 60

/** Quotes a value for a message: cut at 60 characters, with control and format characters spelled as code points. */
export function quote(text: string): string {
  const shown = text.length > MAX_SHOWN ? `${[...text.slice(0, MAX_SHOWN + 1)].slice(0, -1).join('')}…` : text
  return `"${shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, codePoint)}"`
}

/** `U+000A` for a line feed. */
export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
