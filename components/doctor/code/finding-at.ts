import type { DoctorState } from '../state/create-doctor'
import type { ExaminedFinding } from '../state/examination'

/** Key of the finding at a position: the one with the smallest range around it, or else one that starts in its line. */
export function findingAt(
  { examination }: Pick<DoctorState, 'examination'>,
  path: string,
  line: number,
  column: number,
): string | undefined {
  let best: { readonly key: string; readonly size: number } | undefined
  for (const { key, at } of examination?.findings ?? [])
    for (const place of at) {
      if (place.file !== path) continue
      const isAfterStart = line > place.line || (line === place.line && column >= place.column)
      const isBeforeEnd = line < place.endLine || (line === place.endLine && column <= place.endColumn)
      const isInside = isAfterStart && isBeforeEnd
      if (!isInside && line !== place.line) continue
      const size = isInside ? (place.endLine - place.line) * 1000 + place.endColumn : 1_000_000
      if (!best || size < best.size) best = { key, size }
    }
  return best?.key
}

/** The finding after the selected one, or before it, in the order of the list. */
export function nextFinding(
  { examination, selected }: Pick<DoctorState, 'examination' | 'selected'>,
  by: 1 | -1,
): ExaminedFinding | undefined {
  const findings = examination?.findings ?? []
  const at = findings.findIndex(({ key }) => key === selected)
  if (at === -1) return by === 1 ? findings[0] : findings.at(-1)
  return findings[(at + by + findings.length) % findings.length]
}
