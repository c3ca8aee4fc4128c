'use client'

import { useCompiled } from '@/components/session/hooks'
import type { Finding, Fix } from '@/lib/findings/finding'

export type RepairableFinding = Finding & { readonly repair?: Fix }

const NONE: readonly RepairableFinding[] = []

/** What the newest valid spec should be told about. */
export function useFindings(): readonly RepairableFinding[] {
  const compiled = useCompiled() as { readonly findings?: readonly RepairableFinding[] } | undefined
  return compiled?.findings ?? NONE
}
