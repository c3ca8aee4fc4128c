import type { Client } from '../model/model'

/** Addresses that a page in a browser can be at. */
export const webUris = (uris: readonly string[]): readonly string[] =>
  uris.filter(uri => /^https?:/i.test(uri))

/** Callback URLs, the default one first. */
export const callbackUris = ({ callbackUrls, defaultRedirectUri }: Client): readonly string[] =>
  defaultRedirectUri === undefined
    ? callbackUrls
    : [defaultRedirectUri, ...callbackUrls.filter(uri => uri !== defaultRedirectUri)]
