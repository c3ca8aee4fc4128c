import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { newPoolKids, type PoolKids } from '@/lib/token/kid'
import type { PoolKeys } from '@/lib/token/mint'

/** What signs sample tokens. */
export const mint = prefetchAfterLoad(() => import('@/lib/token/mint'))

let kids: PoolKids | undefined
let keys: Promise<PoolKeys> | undefined

/** The names of this tab's keys. They are shown at once: making a key takes a second of a slow processor. */
export function sampleKids(): PoolKids {
  kids ??= newPoolKids()
  return kids
}

/** The key pairs that sign this tab's sample tokens: created for the first signature, discarded with the tab. */
export function sampleKeys(): Promise<PoolKeys> {
  keys ??= mint().then(({ makePoolKeys }) => makePoolKeys(sampleKids()))
  keys.catch(() => {
    keys = undefined
  })
  return keys
}
