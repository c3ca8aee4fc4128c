/**
 * Replaces the client secret of a pasted `describe-user-pool-client` answer, in any output format of the AWS CLI: nothing
 * else may see it. Templates stay as they are, because repairs print them.
 */
export const withoutSecrets = (text: string): string =>
  text.includes('ClientSecret') && !TEMPLATE.test(text)
    ? text
        .replace(/("ClientSecret"\s*:\s*")[^"]*/g, '$1***')
        .replace(/^([\s-]*ClientSecret:[ \t]+)["']?[a-z0-9]+["']?/gim, "$1'***'")
        .replace(/(\bClientSecret[ \t]*\|[ \t]*)[a-z0-9]+/gi, '$1***')
    : text

const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/
