/**
 * Characters that a reader does not see but that change what is seen: controls, the bidirectional controls of Unicode
 * UAX #9 (a right-to-left override makes `nimda` look like `admin`), zero-width characters, fillers and tags.
 */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|(?![\t\n\r])\p{Cc}/gu

/** What almost every text consists of; this test costs a tenth of the other. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/

/** Writes invisible and text-reordering characters as `\u202e`; every other character stays as it is. */
export const visibleText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replace(INVISIBLE, char => {
        const code = char.codePointAt(0)!
        return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
      })
