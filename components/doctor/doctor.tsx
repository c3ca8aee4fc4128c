'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { type TemplateHandoff, takeTemplates, templateHandoff } from '@/components/session/template-handoff'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { showToast } from '@/components/ui/toast'
import { EmptyState } from './empty/empty-state'
import type { Doctor as DoctorOfPage } from './state/create-doctor'
import { DoctorContext, doctorOfTab, useDoctorState } from './use-doctor'

// Nothing of it is needed before there are files.
const Panes = lazy(prefetchAfterLoad(() => import('./panes')))

/** The page that reads templates and says why access tokens are refused. Nothing of them is stored or sent. */
export function Doctor({ doctor: given }: { readonly doctor?: DoctorOfPage }) {
  const [doctor] = useState(() => given ?? doctorOfTab())
  useEffect(() => {
    const take = () => {
      if (!templateHandoff.get()) return
      const waiting = takeTemplates()
      if (waiting) openIn(doctor, waiting)
    }
    take()
    return templateHandoff.subscribe(take)
  }, [doctor])
  return (
    <DoctorContext value={doctor}>
      <Content />
    </DoctorContext>
  )
}

/** Opens files; where others are open, they can be added to those instead. */
function openIn(doctor: DoctorOfPage, { files, isFolder }: TemplateHandoff) {
  const wasEmpty = doctor.state.get().files.length === 0
  const reopen = doctor.close()
  doctor.open(files, isFolder)
  if (wasEmpty) return
  const [first] = files
  const run = () => {
    reopen()
    doctor.add(files)
  }
  showToast({
    text: files.length === 1 && first ? `Opened ${first.path}.` : `Opened ${files.length} files.`,
    action: { label: 'Add to the files before instead', run },
  })
}

function Content() {
  const isEmpty = useDoctorState(({ files }) => files.length === 0)
  if (isEmpty) return <EmptyState />
  return (
    <PanelBoundary name="The doctor">
      <Suspense fallback={<main aria-busy="true" className="bg-card" />}>
        <Panes />
      </Suspense>
    </PanelBoundary>
  )
}
