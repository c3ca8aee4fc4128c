/**
 * The text of a file: UTF-16 where its byte order mark says so, as Windows PowerShell writes what `>` redirects, otherwise
 * UTF-8. A byte order mark stays, so that positions are those of the text.
 */
export function fileText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}
