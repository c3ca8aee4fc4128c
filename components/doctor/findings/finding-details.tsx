'use client'

import { type RefObject, useEffect, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { SourceLink } from '@/components/ui/source-link'
import type { ReportRepair } from '@/lib/doctor/report'
import { fileChanges } from '../change-text'
import { showApplied } from '../show-applied'
import type { ExaminedFinding } from '../state/examination'
import { isChanging, useDoctor, useDoctorState } from '../use-doctor'
import { ChangeLines } from './change-lines'
import { PlaceLink } from './place-link'

/** Positions of a finding that are listed. */
const MAX_PLACES = 12

interface FindingDetailsProps {
  readonly finding: ExaminedFinding
  /** What is scrolled into view, once it has its height. */
  readonly card: RefObject<HTMLElement | null>
}

/** The reason of an open finding, the fix and the change. */
export default function FindingDetails({ finding, card }: FindingDetailsProps) {
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [card])
  const { key, why, fix, source, at, because, repairs } = finding
  return (
    <div className="grid gap-2 pr-4 pb-3.5 pl-[42px] text-secondary-foreground">
      <p className="[overflow-wrap:anywhere]">{why}</p>
      <p className="[overflow-wrap:anywhere]">
        <strong className="font-semibold text-foreground">Fix:</strong> {fix}
      </p>
      {because.length > 0 && <p className="text-s">True as long as {because.join(' and ')}.</p>}
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-s">
        {at.slice(0, MAX_PLACES).map(place => (
          <PlaceLink key={`${place.file} ${place.line} ${place.column}`} place={place} />
        ))}
        {at.length > MAX_PLACES && <span>and {at.length - MAX_PLACES} more</span>}
        <SourceLink href={source} />
      </p>
      {repairs && repairs.length > 0 && <Repairs id={key} repairs={repairs} />}
    </div>
  )
}

function Repairs({ id, repairs }: { readonly id: string; readonly repairs: readonly ReportRepair[] }) {
  const doctor = useDoctor()
  const change = useDoctorState(state => state.change)
  const files = useDoctorState(({ examination }) => examination?.files)
  const isReading = useDoctorState(isChanging)
  const isShown = change?.key === id
  const choice = isShown ? change.choice : 0
  const repair = repairs[choice] ?? repairs[0]
  const changes = useMemo(
    () => (isShown && files && repair ? fileChanges(files, repair) : []),
    [isShown, files, repair],
  )
  if (!repair) return null

  function apply() {
    if (!repair || !doctor.apply({ key: id, choice })) return
    showApplied(doctor, `Applied: ${repair.label}.`)
  }

  return (
    <>
      {isShown && repairs.length > 1 && (
        <Select
          small
          label="Which change"
          value={choice}
          onChange={event => doctor.showChange({ key: id, choice: Number(event.target.value) })}
          className="mono"
        >
          {repairs.map(({ label }, i) => (
            <option key={label} value={i}>
              {label}
            </option>
          ))}
        </Select>
      )}
      {isShown && <ChangeLines changes={changes} />}
      <div className="flex flex-wrap items-center gap-2">
        {isShown ? (
          <>
            <Button small look="primary" disabled={isReading} onClick={apply}>
              Apply
            </Button>
            <Button small look="quiet" onClick={() => doctor.showChange(undefined)}>
              Hide the change
            </Button>
          </>
        ) : (
          <Button small onClick={() => doctor.showChange({ key: id, choice: 0 })}>
            Show the change
          </Button>
        )}
        <span className="min-w-0 truncate text-s" title={repair.label}>
          {repair.label}
          {!isShown && repairs.length > 1 && `, or ${repairs.length - 1} other`}
        </span>
      </div>
    </>
  )
}
