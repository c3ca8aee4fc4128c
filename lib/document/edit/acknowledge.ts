import type { Spec } from '../spec'

type Acknowledged = NonNullable<Spec['acknowledged']>[number]

/** A finding, as the document acknowledges it: its code and what it is about, if not the whole document. */
export interface Acknowledgeable {
  readonly code: Acknowledged['code']
  readonly at?: string | undefined
}

/** Equal for an entry of `acknowledged` and the findings that it is about. */
export const acknowledgementKey = ({ code, at }: Acknowledgeable): string => JSON.stringify([code, at])

/** Adds a finding to those that are meant. */
export const acknowledge = (spec: Spec, { code, at }: Acknowledgeable): Spec => ({
  ...spec,
  acknowledged: [...(spec.acknowledged ?? []), { code, ...(at !== undefined && { at }) }],
})

/** Removes entries from the findings that are meant; without any, the list goes too. */
export function withoutAcknowledged(spec: Spec, gone: readonly Acknowledgeable[]): Spec {
  const keys = new Set(gone.map(acknowledgementKey))
  const { acknowledged = [] } = spec
  const kept = acknowledged.filter(entry => !keys.has(acknowledgementKey(entry)))
  if (kept.length === acknowledged.length) return spec
  return { ...spec, acknowledged: kept.length > 0 ? kept : undefined }
}

/** The entries of `acknowledged` that are about none of the findings. */
export function unmatched(
  { acknowledged = [] }: Pick<Spec, 'acknowledged'>,
  findings: readonly Acknowledgeable[],
): readonly Acknowledged[] {
  const found = new Set(findings.map(acknowledgementKey))
  return acknowledged.filter(entry => !found.has(acknowledgementKey(entry)))
}
