import { MAX_FILE } from '../source/limits'

/**
 * Replaces the client secret of a pasted `describe-user-pool-client` or `add-user-pool-client-secret` answer, in any output
 * format of the AWS CLI or as YAML and JSON allow it: nothing else may see it. Templates stay as they are, because repairs
 * print them, and so do texts that are too large to be read.
 */
export const withoutSecrets = (text: string): string =>
  text.length <= MAX_FILE && /ClientSecret/i.test(text) && (SNAPSHOT.test(text) || !TEMPLATE.test(text))
    ? text.replace(SECRET, hidden).replace(/(\bClientSecret(?:Value)?[ \t]*\|[ \t]*)[\w+]+/gi, '$1***')
    : text

type Groups = readonly [string, string, string, string | undefined, string | undefined, string | undefined]

function hidden(all: string, ...[key, quote, between, words, value, isWhole, start, text]: Matched): string {
  if (words === undefined && (value === undefined || isWhole === undefined)) return all
  const isQuoted = value?.startsWith('"') || value?.startsWith("'")
  if (isQuoted || isEnded(text, start, start + all.length))
    return `${key}${between}${quote === '"' && value?.startsWith('"') ? '"***"' : "'***'"}`
  return `${key}${between}(***)`
}

type Matched = readonly [...Groups, number, string]

/**
 * Is a value without quotation marks over? What stands in quotation marks must be all of it. In YAML it may go on with a comma or a
 * bracket outside of `{ }` and `[ ]`, and on the next line.
 */
function isEnded(text: string, start: number, end: number): boolean {
  CONTINUED.lastIndex = end
  const [, indent] = CONTINUED.exec(text) ?? []
  if (indent !== undefined) return indent.length <= start - (text.lastIndexOf('\n', start - 1) + 1)
  ENDED.lastIndex = end
  SEPARATED.lastIndex = end
  return ENDED.test(text) || (SEPARATED.test(text) && isInBrackets(text, start))
}

const CONTINUED = /[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]*)(?=[^\s#,}\]])/y
const ENDED = /[ \t]*(?:[\r\n]|$)|[ \t]+#/y
const SEPARATED = /[ \t]*[,}\]]/y

/** Does an entry before the key, or the bracket itself, show that it is in one? */
function isInBrackets(text: string, start: number): boolean {
  let before = start - 1
  while (/\s/.test(text[before] ?? '')) before--
  return /[{[,]/.test(text[before] ?? '')
}

/**
 * A value without quotation marks that further words follow, up to the next key. Words of a description are shorter than a
 * secret (CreateUserPoolClient API: generated ones have 51 characters, and one's own 24 or more).
 */
const WORDS = /[\w+]{24,}(?=[;"'(!?]|[ \t]+[^\s#])(?:[ \t]+[^\s"',{}[\]#:][^\s"',{}[\]:]*(?=[\s,}\]]|$))*/

/** In quotation marks, which the end of the text may lack, or without. */
const VALUE = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^']*(?:''[^']*)*'?|[^\s"',{}[\]#|>!&*:$?-][^\s"',{}[\]]*/

/**
 * A key where a key may stand, what may come between it and its value (line ends, comments, a tag of YAML, an anchor, the
 * sign of a block scalar), and the value, which is not null. After a value that is whole and no key, the last group is there.
 * What is no secret is matched too, so that nothing is read twice.
 */
const SECRET = new RegExp(
  [
    /((["']?)ClientSecret(?:Value)?\2(?<=(?:^|[{[,\r\n]|[-?]\s)\s*\2ClientSecret(?:Value)?\2))/,
    /(\s*:\s*(?:(?:#[^\n]*|!(?:![^\s,{}[\]]*|<[\w.:]+,\d+:\w+>)?(?=\s)|&[^\s,{}[\]]*(?=\s)|[|>][-+\d]*(?=\s))\s*)*)/,
    /(?:(?!(?:null|~)(?![^\s,}]))(?:(WORDS)|(VALUE)(?:(?=[ \t]*(?:[\r\n,}\]/]|$)|[ \t]+#)(?<!:)()|)))?/,
  ]
    .map(({ source }) => source)
    .join('')
    .replace('WORDS', WORDS.source)
    .replace('VALUE', VALUE.source),
  'gi',
)

export const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/

/** The export of an API in a snapshot may name anything `Resources`. */
const SNAPSHOT = /["']?awsSnapshot["']?[ \t]*:/
