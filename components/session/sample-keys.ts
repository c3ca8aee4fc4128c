import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { PoolKeys } from '@/lib/token/mint'

/** What signs sample tokens. */
export const mint = prefetchAfterLoad(() => import('@/lib/token/mint'))

let keys: Promise<PoolKeys> | undefined

/** The key pairs that sign this tab's sample tokens: created on first use, discarded with the tab. */
export function sampleKeys(): Promise<PoolKeys> {
  keys ??= mint().then(({ makePoolKeys }) => makePoolKeys())
  return keys
}
