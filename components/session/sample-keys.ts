import type { PoolKeys } from '@/lib/token/mint'

let keys: Promise<PoolKeys> | undefined

/** The key pairs that sign this tab's sample tokens: made when first asked for, gone with the tab. */
export function sampleKeys(): Promise<PoolKeys> {
  keys ??= import('@/lib/token/mint').then(({ makePoolKeys }) => makePoolKeys())
  return keys
}
