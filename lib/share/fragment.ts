import { deflateSync } from 'fflate'
import { MAX_DOCUMENT_BYTES } from '../document/json-document'
import { withoutDefaults } from '../document/without-defaults'
import { fromBase64url, toBase64url } from './base64url'
import { inflate } from './inflate'

export type Shared =
  | {
      readonly ok: true /** The JSON value that was shared; parse it as any document. */
      readonly value: unknown
    }
  | { readonly ok: false; readonly message: string }

const MARK = '#s='
const VERSION = '1'

/** Whether a URL fragment claims to carry a spec. */
export const isShared = (fragment: string): boolean => fragment.startsWith(MARK)

/** A form's values → the URL fragment that carries them: `#s=1.` and base64url of the deflated JSON. */
export function toFragment(values: unknown): string {
  const json = new TextEncoder().encode(JSON.stringify(withoutDefaults(values)))
  return `${MARK}${VERSION}.${toBase64url(deflateSync(json, { level: 9 }))}`
}

/** A URL fragment → the values in it, or why there are none. Inflates to 1 MiB at most. */
export function fromFragment(fragment: string): Shared {
  if (!isShared(fragment)) return refused('This address carries no spec.')
  const [version, data = '', ...rest] = fragment.slice(MARK.length).split('.')
  if (version !== VERSION)
    return refused('This link was made by another version of the wizard; ask for the wizard.json instead.')
  if (data.length > 2 * MAX_DOCUMENT_BYTES) return refused('This link is too long to hold a spec.')
  const bytes = rest.length === 0 ? fromBase64url(data) : undefined
  if (bytes === undefined || bytes.length === 0)
    return refused(
      'This link is damaged: it holds characters that no share link has. Copy it again, as a whole.',
    )
  const json = inflate(bytes, MAX_DOCUMENT_BYTES)
  if (json === undefined)
    return refused('This link is cut short, damaged, or holds more than 1 MiB. Copy it again, as a whole.')
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) }
  } catch {
    return refused('This link is damaged: what it holds is not JSON. Copy it again, as a whole.')
  }
}

const refused = (message: string): Shared => ({ ok: false, message })
