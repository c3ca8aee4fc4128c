import type { OpenedDocument } from '@/components/session/read-document-text'
import type { FormValues } from '@/components/session/session'
import { readDocument } from '@/lib/document/read-document'
import { fromFragment, toFragment } from '@/lib/share/fragment'

/** The address of the wizard with the spec in its fragment, which browsers never send to a server. */
export const sharedLink = (values: FormValues): string =>
  new URL(`/${toFragment(values)}`, location.origin).href

/** Reads the document in the fragment of a shared link. */
export function readSharedLink(fragment: string): OpenedDocument {
  const shared = fromFragment(fragment)
  return shared.ok
    ? readDocument(shared.value)
    : { kind: 'unreadable', errors: [{ code: 'LINK_UNREADABLE', path: '', message: shared.message }] }
}
