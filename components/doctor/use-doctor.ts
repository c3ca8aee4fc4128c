'use client'

import { createContext, useContext, useEffect } from 'react'
import { useStore } from '@/components/ui/store'
import type { TemplateApi } from '@/lib/template-api'
import { createDoctor, type Doctor, type DoctorState } from './state/create-doctor'
import { createExaminer } from './state/examiner'
import { guardChanges } from './state/guard-changes'

let kept: Doctor | undefined

/** The doctor of this tab: its files stay in memory while other pages of the site are open. */
export function doctorOfTab(): Doctor {
  if (!kept) {
    kept = createDoctor(createExaminer)
    guardChanges(kept)
  }
  return kept
}

export const DoctorContext = createContext<Doctor | undefined>(undefined)

export function useDoctor(): Doctor {
  const doctor = useContext(DoctorContext)
  if (!doctor) throw new Error('useDoctor needs a DoctorContext above it')
  return doctor
}

/** Subscribes to the slice of the state that `select` returns. */
export const useDoctorState = <Slice>(select: (state: DoctorState) => Slice): Slice =>
  useStore(useDoctor().state, select)

export const isOld = (state: DoctorState): boolean => state.isOld

/** Are the findings not those of the files as they are now, so that no repair can be applied? */
export const isChanging = (state: DoctorState): boolean => state.isReading || state.isOld

/** The chosen API as a document of the wizard, once it is asked for; undefined until it is there. */
export function useImportedApi(isAsked: boolean): TemplateApi | undefined {
  const doctor = useDoctor()
  const examination = useDoctorState(state => state.examination)
  const isMissing = isAsked && examination !== undefined && examination.api === undefined
  const report = examination?.report
  // biome-ignore lint/correctness/useExhaustiveDependencies: another examination has to be imported again
  useEffect(() => {
    if (isMissing) void doctor.importApi()
  }, [doctor, isMissing, report])
  return examination?.api
}
