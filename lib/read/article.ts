/** A template inside other text, such as a post or a README. */
export interface Article {
  /** Where its first line starts. */
  readonly offset: number
  readonly message: string
}

interface Line {
  readonly text: string
  readonly start: number
}

/** A fence of a Markdown code block (CommonMark 0.31 §4.5). */
const FENCE = /^ {0,3}(?:```|~~~)/
/** A line that only templates have. */
const OF_TEMPLATE =
  /^\s*(?:"?Resources"?\s*:|"?Type"?\s*:\s*['"]?AWS::\w+::|(?:openapi|swagger)\s*:\s*['"]?\d)/
/** A sentence at the left margin: eight words or more, and no key in front. No YAML has such a line there. */
const SENTENCE = /^(?![\w-]+\s*:\s)[A-Z“"'](?:\S+\s+){7,}\S*[.:!?…”"')]\s*$/

/** Finds a template in the code block of a Markdown file, or between sentences; undefined for every other text. */
export function articleIn(text: string): Article | undefined {
  const lines = linesOf(text)
  const first = lines.findIndex(line => OF_TEMPLATE.test(line.text))
  if (first === -1) return undefined
  const fence = lines.findLastIndex((line, i) => i < first && FENCE.test(line.text))
  const isProse = lines.some(line => SENTENCE.test(line.text))
  if (fence === -1 && !isProse) return undefined
  const block = fence === -1 ? first : fence + 1
  const { start } = lines[block] ?? { start: 0 }
  return {
    offset: start,
    message: `This is a text with a template in it, not a template. Copy the template, which starts at line ${block + 1}, into a file of its own.`,
  }
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g))
    lines.push({ text: match[0].replace(/[\r\n]+$/, ''), start: match.index })
  return lines
}
