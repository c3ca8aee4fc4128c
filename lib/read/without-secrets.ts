/**
 * Replaces the client secret of a pasted `describe-user-pool-client` answer, in any output format of the AWS CLI: nothing
 * else may see it. Templates stay as they are, because repairs print them.
 */
export const withoutSecrets = (text: string): string =>
  text.includes('ClientSecret') && (SNAPSHOT.test(text) || !TEMPLATE.test(text))
    ? text
        .replace(/("ClientSecret"\s*:\s*")[^"]*/g, '$1***')
        .replace(/^([\s-]*ClientSecret:[ \t]+)(?:"[^"\n]*"|'[^'\n]*'|[\w+]+)/gim, "$1'***'")
        .replace(/(\bClientSecret[ \t]*\|[ \t]*)[\w+]+/gi, '$1***')
    : text

const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/

/** The export of an API in a snapshot may name anything `Resources`. */
const SNAPSHOT = /["']?awsSnapshot["']?[ \t]*:/
