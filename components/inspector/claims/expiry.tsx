'use client'

import { Icon } from '@/components/ui/icon'
import type { JsonValue } from '@/lib/token/json'
import { relativeTime } from '@/lib/token/relative-time'
import { useNow } from '../clock'

/** The time until or since the token's expiry, updated every second. */
export function Expiry({ exp }: { readonly exp: JsonValue | undefined }) {
  const now = useNow()
  if (typeof exp !== 'number' || now === undefined) return null
  const expired = exp <= now
  return (
    <span
      className={`flex items-center gap-1 whitespace-nowrap pr-2 text-s tabular-nums ${expired ? 'text-destructive' : 'text-success'}`}
    >
      <Icon name={expired ? 'denied' : 'clock'} size={14} />
      {expired ? 'Expired' : 'Expires'} {relativeTime(exp, now)}
    </span>
  )
}
