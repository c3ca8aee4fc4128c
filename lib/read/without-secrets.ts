/** Replaces the client secret of a pasted `describe-user-pool-client` answer: nothing else may see it. */
export const withoutSecrets = (text: string): string =>
  text.includes('ClientSecret"')
    ? text.replace(/("ClientSecret"\s*:\s*")(?:[^"\\]|\\.)*(")/g, '$1***$2')
    : text
