'use client'

import type { ReportPlace } from '@/lib/doctor/report'
import { useDoctor, useDoctorState } from '../use-doctor'

type Place = Pick<ReportPlace, 'file' | 'line' | 'column'> & Partial<ReportPlace>

/** The position of something in the files; a click goes there in the editor. */
export function PlaceLink({ place }: { readonly place: Place }) {
  const doctor = useDoctor()
  const isOnly = useDoctorState(({ files }) => files.length === 1)
  const { file, line, logicalId } = place
  return (
    <button
      type="button"
      className="link mono min-w-0 font-normal [overflow-wrap:anywhere]"
      onClick={() => doctor.goTo(place, true)}
    >
      {isOnly ? `line ${line}` : `${file}:${line}`}
      {logicalId !== undefined && ` ${logicalId}`}
    </button>
  )
}
