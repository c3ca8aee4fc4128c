import { deflateSync } from 'fflate'
import { MAX_DOCUMENT_BYTES } from '../document/json-document'
import { withoutDefaults } from '../document/without-defaults'
import { fromBase64url, toBase64url } from './base64url'
import { inflate } from './inflate'

export type Shared =
  | {
      readonly ok: true /** The shared JSON value; parse it like any document. */
      readonly value: unknown
    }
  | { readonly ok: false; readonly message: string }

const MARK = '#s='
const VERSION = '1'

/** True if a URL fragment is that of a share link. */
export const isShared = (fragment: string): boolean => fragment.startsWith(MARK)

/** Encodes a form's values as a URL fragment: `#s=1.` and base64url of the deflated JSON. */
export function toFragment(values: unknown): string {
  const json = new TextEncoder().encode(JSON.stringify(withoutDefaults(values)))
  return `${MARK}${VERSION}.${toBase64url(deflateSync(json, { level: 9 }))}`
}

/** Decodes the values in a URL fragment, or says why it cannot. Inflates at most 1 MiB. */
export function fromFragment(fragment: string): Shared {
  if (!isShared(fragment)) return refused('This address does not contain a spec.')
  const [version, data = '', ...rest] = fragment.slice(MARK.length).split('.')
  if (version !== VERSION)
    return refused(
      'This link was created by another version of the wizard. Ask for the wizard.json file instead.',
    )
  if (data.length > 2 * MAX_DOCUMENT_BYTES) return refused('This link is too long to contain a spec.')
  const bytes = rest.length === 0 ? fromBase64url(data) : undefined
  if (bytes === undefined)
    return refused(
      'This link is damaged: it contains characters that share links do not have. Copy the complete link again.',
    )
  const json = inflate(bytes, MAX_DOCUMENT_BYTES)
  if (json === undefined)
    return refused(
      'This link is incomplete, damaged, or contains more than 1 MiB. Copy the complete link again.',
    )
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) }
  } catch {
    return refused('This link is damaged: its content is not JSON. Copy the complete link again.')
  }
}

const refused = (message: string): Shared => ({ ok: false, message })
