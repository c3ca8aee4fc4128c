import { later } from '@/components/ui/later'
import type { PoolKeys } from '@/lib/token/mint'

/** What signs sample tokens. */
export const mint = later(() => import('@/lib/token/mint'))

let keys: Promise<PoolKeys> | undefined

/** The key pairs that sign this tab's sample tokens: made when first asked for, gone with the tab. */
export function sampleKeys(): Promise<PoolKeys> {
  keys ??= mint().then(({ makePoolKeys }) => makePoolKeys())
  return keys
}
