import type { FormValues } from '@/components/session/session'

/** The address of this page with the spec in its fragment, which browsers never send to a server. */
export async function shareLink(values: FormValues): Promise<string> {
  const text = JSON.stringify(values)
  return `${location.origin}/#spec=${encodeURIComponent(text)}`
}
