/** Text as a code span: a fence longer than any run of back-ticks in it, and bars that a table cell survives. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length)))
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

/** Lines as a shell block. */
export const shellBlock = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n')

/** Rows of cells as a table; GitHub splits cells at every bar, in code spans too. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

/** PrintCache with an empty line between them; absent ones are left out. */
export const paragraphs = (...blocks: readonly (string | false | undefined)[]): string =>
  blocks.filter(Boolean).join('\n\n')

/** One word of a POSIX shell that means exactly `text`. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
