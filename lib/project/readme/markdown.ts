/** Writes text as a code span, with a fence that is longer than any run of back-ticks in it. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length)))
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

/** Writes lines as a shell code block. */
export const shellBlock = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n')

/** Writes rows as a table. Bars are escaped, because GitHub splits cells at every bar, also in code spans. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

/** Joins blocks with an empty line between them; skips absent ones. */
export const paragraphs = (...blocks: readonly (string | false | undefined)[]): string =>
  blocks.filter(Boolean).join('\n\n')

/** Quotes text as one word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
