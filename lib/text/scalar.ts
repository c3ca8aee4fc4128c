import { DUMP_SCHEMA, present, SCALAR_STYLE } from 'js-yaml'

/** Maximum number of cached strings; a full cache is cleared. */
const MAX_CACHED = 20_000
/** For strings in quotes and for others: a key with the style in front would be another string to hash. */
const caches = { quoted: new Map<string, string>(), plain: new Map<string, string>() }

/**
 * Writes a string as YAML on one line. js-yaml decides what needs quotes, for readers of YAML 1.1 (CloudFormation) and
 * 1.2 (Serverless), to which `yes`, `012` and `12:30` mean different things. Cached, because js-yaml builds a complete
 * document for each string.
 */
export function scalar(value: string, quoted = false): string {
  const cache = quoted ? caches.quoted : caches.plain
  const known = cache.get(value)
  if (known !== undefined) return known
  const text = spell(value, quoted)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(value, text)
  return text
}

/** Line breaks of YAML and ECMAScript, and the byte order mark that js-yaml drops. */
const NEEDS_ESCAPES = /[\r\n\u0085\u2028\u2029\ufeff]/

function spell(value: string, quoted: boolean): string {
  const style = quoted || NEEDS_ESCAPES.test(value) ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.PLAIN
  const contents = { kind: 'scalar' as const, tag: 'tag:yaml.org,2002:str', tagged: false, style, value }
  // `slice`, not `trimEnd`: the string itself can end in white space before js-yaml's line end.
  return present([{ contents, directives: [] }], { schema: DUMP_SCHEMA, lineWidth: -1 }).slice(0, -1)
}
