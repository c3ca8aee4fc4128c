'use client'

import './doctor.css'
import { useEffect, useState } from 'react'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { type TemplateHandoff, takeTemplates, templateHandoff } from '@/components/session/template-handoff'
import { Badge } from '@/components/ui/badge'
import { TabList } from '@/components/ui/tabs'
import { showToast } from '@/components/ui/toast'
import { AccessPane } from './access/access-pane'
import { CodePane } from './code/code-pane'
import { EmptyState } from './empty/empty-state'
import { FindingsPane } from './findings/findings-pane'
import type { Doctor as DoctorOfPage } from './state/create-doctor'
import { DoctorContext, doctorOfTab, useDoctor, useDoctorState } from './use-doctor'
import { useKeys } from './use-keys'

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
  return isEmpty ? <EmptyState /> : <Panes />
}

type View = 'findings' | 'code' | 'access'

function Panes() {
  const [view, setView] = useState<View>('findings')
  useKeys()
  const { visit } = useDoctor()
  const count = useDoctorState(({ examination }) => examination?.findings.length ?? 0)
  useEffect(
    () =>
      visit.subscribe(() => {
        if (visit.get()?.focus) setView('code')
      }),
    [visit],
  )
  return (
    <main className="doctor" data-view={view}>
      <h1 className="sr-only">Doctor</h1>
      <TabList
        label="View"
        idBase="doctor"
        hasPanel={false}
        selected={view}
        onSelect={setView}
        className="doctor-views border-border border-b bg-card px-2"
        tabClassName="flex-1 justify-center font-medium"
        items={[
          {
            id: 'findings',
            label: (
              <>
                Findings
                {count > 0 && <Badge tone="err">{count}</Badge>}
              </>
            ),
          },
          { id: 'code', label: 'Files' },
          { id: 'access', label: 'Access' },
        ]}
      />
      <PanelBoundary name="The findings">
        <FindingsPane />
      </PanelBoundary>
      <PanelBoundary name="The files">
        <CodePane />
      </PanelBoundary>
      <PanelBoundary name="The access">
        <AccessPane />
      </PanelBoundary>
    </main>
  )
}
