'use client'

import './doctor.css'
import { useEffect, useState } from 'react'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { Badge } from '@/components/ui/badge'
import { TabList } from '@/components/ui/tabs'
import { AccessPane } from './access/access-pane'
import { CodePane } from './code/code-pane'
import { FindingsPane } from './findings/findings-pane'
import { useDoctor, useDoctorState } from './use-doctor'
import { useKeys } from './use-keys'

type View = 'findings' | 'code' | 'access'

/** The findings, the files and the access of their API. */
export default function Panes() {
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
