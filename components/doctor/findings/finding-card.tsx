'use client'

import { useEffect, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { showToast } from '@/components/ui/toast'
import type { ReportRepair } from '@/lib/doctor/report'
import { fileChanges } from '../change-text'
import { SEVERITIES } from '../severity'
import type { ExaminedFinding } from '../state/examination'
import { useDoctor, useDoctorState } from '../use-doctor'
import { ChangeLines } from './change-lines'
import { PlaceLink } from './place-link'

/** Positions of a finding that are listed. */
const MAX_PLACES = 12

/** A finding: one button when it is closed; the reason, the fix and the change when it is open. */
export function FindingCard({ finding }: { readonly finding: ExaminedFinding }) {
  const { key, code, severity, message, at } = finding
  const doctor = useDoctor()
  const open = useDoctorState(({ selected }) => selected === key)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { word, icon, ink } = SEVERITIES[severity]
  const [first] = at
  return (
    <li
      ref={card}
      className={classes(
        'border-border border-b',
        open && 'bg-primary-soft shadow-[inset_2px_0_0_var(--primary)]',
      )}
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => {
          doctor.select(open ? undefined : key)
          if (!open && first) doctor.goTo(first, false)
        }}
        className="grid w-full grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-2.5 px-4 py-2.5 hover:bg-accent focus-visible:shadow-[inset_0_0_0_2px_var(--primary)]"
      >
        <Icon name={icon} className={classes('mt-0.5', ink)} />
        <span className="min-w-0">
          <span className="block font-medium [overflow-wrap:anywhere]">{message}</span>
          <span className="mt-0.5 flex flex-wrap gap-x-2 text-muted-foreground text-s">
            <span className={ink}>{word}</span>
            <span className="mono">{code}</span>
            {first && (
              <span className="mono">{at.length > 1 ? `${at.length} places` : `line ${first.line}`}</span>
            )}
          </span>
        </span>
        <Icon
          name={open ? 'chevron-down' : 'chevron-right'}
          size={14}
          className="mt-[3px] text-muted-foreground"
        />
      </button>
      {open && <Details finding={finding} />}
    </li>
  )
}

function Details({ finding }: { readonly finding: ExaminedFinding }) {
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
        <a
          href={source}
          target="_blank"
          rel="noreferrer"
          className="link inline-flex items-center gap-0.5 font-normal"
        >
          Source
          <Icon name="external" size={12} />
        </a>
      </p>
      {repairs && repairs.length > 0 && <Repairs id={key} repairs={repairs} />}
    </div>
  )
}

function Repairs({ id, repairs }: { readonly id: string; readonly repairs: readonly ReportRepair[] }) {
  const doctor = useDoctor()
  const change = useDoctorState(state => state.change)
  const files = useDoctorState(({ examination }) => examination?.files)
  const isReading = useDoctorState(
    state => state.isReading || state.faults.some(({ isRefused }) => isRefused),
  )
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
    showToast({ text: `Applied: ${repair.label}.`, action: { label: 'Undo', run: doctor.undo } })
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
