import type { FormValues } from '@/components/session/session'
import { fromFragment, toFragment } from '@/lib/share/fragment'
import { type Opened, readWizardValue } from './wizard-file'

/** The address of the wizard with the spec in its fragment, which browsers never send to a server. */
export const sharedLink = (values: FormValues): string =>
  new URL(`/${toFragment(values)}`, location.origin).href

/** What a shared link carries. */
export function readSharedLink(fragment: string): Opened {
  const shared = fromFragment(fragment)
  return shared.ok
    ? readWizardValue(shared.value)
    : { kind: 'refused', errors: [{ code: 'LINK_UNREADABLE', path: '', message: shared.message }] }
}
