/**
 * Replaces the client secret of a pasted `describe-user-pool-client` answer, in any output format of the AWS CLI: nothing
 * else may see it. Templates stay as they are, because repairs print them.
 */
export const withoutSecrets = (text: string): string =>
  text.includes('ClientSecret') && !TEMPLATE.test(text)
    ? text.replace(JSON_VALUE, '$1***').replace(OTHER_VALUE, '$1***')
    : text

const TEMPLATE = /(?:^|[\s{,])["']?Resources["']?[ \t]*:/

const JSON_VALUE = /("ClientSecret"\s*:\s*")[^"]*/g

/** In a line of YAML, or in a table: the generated secrets have letters and digits. */
const OTHER_VALUE = /^([\s|-]*ClientSecret(?::[ \t]+|[ \t]*\|[ \t]*)["']?)[a-z0-9]+/gim
