'use client'

import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PartBoundary } from '@/components/ui/part-boundary'
import { showApplied } from '../show-applied'
import { isChanging, isOld, useDoctor, useDoctorState } from '../use-doctor'
import { FindingCard } from './finding-card'
import { FindingsFoot } from './findings-foot'
import { headlineOf } from './headline'
import { PlaceLink } from './place-link'

// Many files decide everything.
const UndecidedList = lazy(() => import('./undecided-list'))

/** What is wrong, what cannot be told, and what to do with the files. */
export function FindingsPane() {
  const failure = useDoctorState(state => state.failure)
  if (failure !== undefined) throw failure
  return (
    <section aria-label="Findings" className="pane doctor-findings">
      <Head />
      <div className="scrollbar-quiet min-h-0 flex-1 overflow-auto">
        <Faults />
        <LeftOut />
        <Findings />
      </div>
      <FindingsFoot />
    </section>
  )
}

function Head() {
  const report = useDoctorState(({ examination }) => examination?.report)
  const canRepair = useDoctorState(
    ({ examination }) => examination?.findings.filter(({ repairs }) => repairs?.length).length ?? 0,
  )
  const isBusy = useDoctorState(isChanging)
  const doctor = useDoctor()
  const [applying, setApplying] = useState(false)

  async function applyAll() {
    setApplying(true)
    const labels = await doctor.applyAll()
    setApplying(false)
    if (labels.length === 0) return
    showApplied(doctor, labels.length === 1 ? `Applied: ${labels[0]}.` : `Applied ${labels.length} changes.`)
  }

  return (
    <div className="flex min-h-11 flex-none items-center gap-2 border-border border-b py-1.5 pr-2 pl-4">
      <h2 tabIndex={-1} data-focus-home="" className="min-w-0 flex-1 font-semibold">
        <span role="status">{report ? headlineOf(report) : 'Reading…'}</span>
      </h2>
      {canRepair > 1 && (
        <Button small disabled={isBusy || applying} onClick={() => void applyAll()}>
          Apply all {canRepair}
        </Button>
      )}
    </div>
  )
}

/** Why files, or parts of them, cannot be read. */
function Faults() {
  const all = useDoctorState(state => state.faults)
  const undecided = useDoctorState(({ examination }) => examination?.report.undecided)
  // What decides a check is named there, with its remedy.
  const named = new Set(undecided?.flatMap(({ because }) => because.map(({ message }) => message)))
  const faults = all.filter(({ isRefused, message }) => isRefused || !named.has(message))
  const isOutdated = useDoctorState(isOld)
  if (faults.length === 0) return null
  return (
    <div className="grid gap-2 border-border border-b px-4 py-2.5">
      {faults.map(({ isRefused, place, message }) => (
        <Callout key={`${place.file} ${place.line} ${message}`} tone={isRefused ? 'err' : 'warn'}>
          <span className="[overflow-wrap:anywhere]">{message}</span> <PlaceLink place={place} />
        </Callout>
      ))}
      {isOutdated && (
        <p className="text-muted-foreground text-s">
          The findings below are those of the last text that could be read.
        </p>
      )}
    </div>
  )
}

function LeftOut() {
  const count = useDoctorState(state => state.leftOut)
  if (count === 0) return null
  return (
    <p className="border-border border-b px-4 py-2 text-muted-foreground text-s">
      {count === 1
        ? '1 file of the folder is not a template and was left out.'
        : `${count} files of the folder are not templates and were left out.`}
    </p>
  )
}

function Findings() {
  const examination = useDoctorState(state => state.examination)
  const isOutdated = useDoctorState(isOld)
  const hasAnswers = useDoctorState(({ answers }) => Object.keys(answers).length > 0)
  if (!examination) return null
  const { findings, report } = examination
  const isRead = report.files.some(({ read }) => read !== 'refused')
  return (
    <div className={isOutdated ? 'opacity-60' : undefined}>
      {findings.length === 0 && isRead && (
        <p className="border-border border-b px-4 py-3 text-secondary-foreground">
          {report.undecided.length === 0 && report.files.every(({ read }) => read === 'whole')
            ? 'Nothing in these files keeps an access token from being accepted.'
            : 'Nothing that could be read is certainly wrong.'}
        </p>
      )}
      <ul>
        {findings.map(finding => (
          <FindingCard key={finding.key} finding={finding} />
        ))}
      </ul>
      {(report.undecided.length > 0 || hasAnswers) && (
        <PartBoundary fallback={null}>
          <Suspense fallback={null}>
            <UndecidedList undecided={report.undecided} />
          </Suspense>
        </PartBoundary>
      )}
    </div>
  )
}
