/** One word of a POSIX shell that means exactly `text`. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
