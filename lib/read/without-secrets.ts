/**
 * Replaces the client secret of a pasted `describe-user-pool-client` answer, in any output format of the AWS CLI or as YAML
 * and JSON allow it: nothing else may see it. Templates stay as they are, because repairs print them.
 */
export const withoutSecrets = (text: string): string =>
  /ClientSecret/i.test(text) && (SNAPSHOT.test(text) || !TEMPLATE.test(text))
    ? text
        .replace(
          SECRET,
          (all, key: string, quote: string, between: string, value?: string, isWhole?: string) => {
            if (value === undefined || isWhole === undefined) return all
            return `${key}${between}${quote === '"' && value.startsWith('"') ? '"***"' : "'***'"}`
          },
        )
        .replace(/(\bClientSecret[ \t]*\|[ \t]*)[\w+]+/gi, '$1***')
    : text

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
    /(?:(?!(?:null|~)(?![^\s,}]))(VALUE)(?:(?=[ \t]*(?:[\r\n,}\]/]|$)|[ \t]+#)(?<!:)()|))?/,
  ]
    .map(({ source }) => source)
    .join('')
    .replace('VALUE', VALUE.source),
  'gi',
)

const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/

/** The export of an API in a snapshot may name anything `Resources`. */
const SNAPSHOT = /["']?awsSnapshot["']?[ \t]*:/
