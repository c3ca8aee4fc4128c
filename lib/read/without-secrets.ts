import { MAX_FILE } from '../source/limits'

/**
 * Replaces the client secret of a pasted `describe-user-pool-client` answer, in any output format of the AWS CLI or as YAML
 * and JSON allow it: nothing else may see it. Templates stay as they are, because repairs print them, and so do texts that
 * are too large to be read.
 */
export const withoutSecrets = (text: string): string =>
  text.length <= MAX_FILE && /ClientSecret/i.test(text) && (SNAPSHOT.test(text) || !TEMPLATE.test(text))
    ? text.replace(SECRET, hidden).replace(/(\bClientSecret[ \t]*\|[ \t]*)[\w+]+/gi, '$1***')
    : text

function hidden(
  all: string,
  ...[key, quote, between, words, value, isWhole]: readonly (string | undefined)[]
): string {
  if (words !== undefined) return `${key}${between}'***'`
  if (value === undefined || isWhole === undefined) return all
  return `${key}${between}${quote === '"' && value.startsWith('"') ? '"***"' : "'***'"}`
}

/**
 * A value without quotation marks that further words follow, up to the next key. Words of a description are shorter than a
 * secret (CreateUserPoolClient API: generated ones have 51 characters, and one's own 24 or more).
 */
const WORDS = /[\w+]{24,}(?=[ \t]+[^\s#])(?:[ \t]+[^\s"',{}[\]#:][^\s"',{}[\]:]*(?=[\s,}\]]|$))*/

/** In quotation marks, which the end of the text may lack, or without. */
const VALUE = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^']*(?:''[^']*)*'?|[^\s"',{}[\]#|>!&*:$?-][^\s"',{}[\]]*/

/**
 * A key where a key may stand, what may come between it and its value (line ends, comments, a tag of YAML, an anchor, the
 * sign of a block scalar), and the value, which is not null. After a value that is whole and no key, the last group is there.
 * What is no secret is matched too, so that nothing is read twice.
 */
const SECRET = new RegExp(
  [
    /((["']?)ClientSecret\2(?<=(?:^|[{[,\r\n]|[-?]\s)\s*\2ClientSecret\2))/,
    /(\s*:\s*(?:(?:#[^\n]*|!(?:![^\s,{}[\]]*|<[\w.:]+,\d+:\w+>)?(?=\s)|&[^\s,{}[\]]*(?=\s)|[|>][-+\d]*(?=\s))\s*)*)/,
    /(?:(?!(?:null|~)(?![^\s,}]))(?:(WORDS)|(VALUE)(?:(?=[ \t]*(?:[\r\n,}\]/]|$)|[ \t]+#)(?<!:)()|)))?/,
  ]
    .map(({ source }) => source)
    .join('')
    .replace('WORDS', WORDS.source)
    .replace('VALUE', VALUE.source),
  'gi',
)

const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/

/** The export of an API in a snapshot may name anything `Resources`. */
const SNAPSHOT = /["']?awsSnapshot["']?[ \t]*:/
