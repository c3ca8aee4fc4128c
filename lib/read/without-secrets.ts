/**
 * Replaces the client secret of a pasted `describe-user-pool-client` answer, in any output format of the AWS CLI or as YAML
 * and JSON allow it: nothing else may see it. Templates stay as they are, because repairs print them.
 */
export const withoutSecrets = (text: string): string =>
  /ClientSecret/i.test(text) && (SNAPSHOT.test(text) || !TEMPLATE.test(text))
    ? text
        .replace(SECRET, (_, key: string, between: string, value: string) =>
          key.startsWith('"') && value.startsWith('"') ? `${key}${between}"***"` : `${key}${between}'***'`,
        )
        .replace(/(\bClientSecret[ \t]*\|[ \t]*)[\w+]+/gi, '$1***')
    : text

/**
 * A key, what may stand between it and its value (line ends, comments, a tag, an anchor, the sign of a block scalar), and
 * the value, which is neither null nor a key itself.
 */
const SECRET = new RegExp(
  [
    /(["']?\bClientSecret["']?)/,
    /(\s*:(?:\s|#[^\n]*\n|[!&][^\s,{}[\]]*(?=\s)|[|>][-+\d]*(?=\s))*)/,
    /(?!(?:null|~)(?![^\s,}]))/,
    /("(?:[^"\\]|\\[\s\S])*"?|'(?:[^']|'')*'?|[^\s"',{}[\]#|>!&*:](?:[^\s,{}[\]:]|:(?=[^\s,{}[\]]))*(?![^\s,{}[\]:]|\s*:))/,
  ]
    .map(({ source }) => source)
    .join(''),
  'gi',
)

const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/

/** The export of an API in a snapshot may name anything `Resources`. */
const SNAPSHOT = /["']?awsSnapshot["']?[ \t]*:/
