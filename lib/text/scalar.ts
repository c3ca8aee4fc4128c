import { DUMP_SCHEMA, present, SCALAR_STYLE } from 'js-yaml'

const MEMORY = 20_000
const spelled = new Map<string, string>()

/**
 * One string as YAML, on one line. js-yaml decides what needs quotes, for readers of YAML 1.1 (CloudFormation) and 1.2
 * (Serverless) alike: `yes`, `012` and `12:30` mean different things to them. Remembered, because js-yaml builds a
 * whole document for each.
 */
export function scalar(value: string, quoted = false): string {
  const key = `${quoted ? '"' : ' '}${value}`
  const known = spelled.get(key)
  if (known !== undefined) return known
  const text = spell(value, quoted)
  if (spelled.size >= MEMORY) spelled.clear()
  spelled.set(key, text)
  return text
}

/** Everything a YAML or ECMAScript reader may take for a line break, and the byte order mark that js-yaml drops. */
const NEEDS_ESCAPES = /[\r\n\u0085\u2028\u2029\ufeff]/

function spell(value: string, quoted: boolean): string {
  const style = quoted || NEEDS_ESCAPES.test(value) ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.PLAIN
  const contents = { kind: 'scalar' as const, tag: 'tag:yaml.org,2002:str', tagged: false, style, value }
  // `slice`, not `trimEnd`: the text may end in a space of its own that only js-yaml's line end follows.
  return present([{ contents, directives: [] }], { schema: DUMP_SCHEMA, lineWidth: -1 }).slice(0, -1)
}
