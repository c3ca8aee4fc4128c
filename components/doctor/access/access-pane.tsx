'use client'

import { lazy, Suspense, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { SplitLine } from '@/components/ui/split-line'
import { TabList, TabPanel } from '@/components/ui/tabs'
import { useDoctor, useDoctorState } from '../use-doctor'
import { AccessTable } from './access-table'

// Findings are shown without them: they come with their tabs.
const FilesMap = lazy(() => import('./files-map'))
const TokenVerdicts = lazy(() => import('./token-verdicts'))

type Tab = 'access' | 'map' | 'token'

const ID = 'doctor-access'
const PANE_ID = 'doctor-access-pane'
const MIN_HEIGHT = 120

/** Which client can call what in one API of the files, and what a token gets there. */
export function AccessPane() {
  const [tab, setTab] = useState<Tab>('access')
  const [paste, setPaste] = useState('')
  const [open, setOpen] = useState(true)
  const [height, setHeight] = useState<number>()
  const select = (id: Tab) => {
    setTab(id)
    setOpen(true)
  }
  return (
    <section
      id={PANE_ID}
      aria-label="Access"
      data-open={open}
      style={height === undefined ? undefined : { ['--access-height' as string]: `${height}px` }}
      className="pane doctor-access"
    >
      <div className="h-px flex-none max-md:hidden 2xl:hidden">
        <SplitLine
          label="Height of the access pane"
          orientation="horizontal"
          value={height}
          controls={PANE_ID}
          min={MIN_HEIGHT}
          max={() => innerHeight - 240}
          reverse
          onChange={size => {
            setHeight(size)
            setOpen(true)
          }}
        />
      </div>
      <div className="flex h-10 flex-none items-stretch gap-2 border-border border-b bg-background pr-2">
        <TabList
          label="Access"
          idBase={ID}
          items={[
            { id: 'access', label: 'Who can call what' },
            { id: 'map', label: 'Map' },
            { id: 'token', label: 'Check a token' },
          ]}
          selected={tab}
          onSelect={select}
          className="pl-3"
        />
        <span className="flex-1" />
        <div className="flex min-w-0 items-center gap-1">
          <ApiChoice />
          <IconButton
            icon={open ? 'chevron-down' : 'chevron-up'}
            label={open ? 'Close the access pane' : 'Open the access pane'}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="doctor-access-toggle max-md:hidden"
          />
        </div>
      </div>
      <TabPanel
        idBase={ID}
        selected={tab}
        className="doctor-access-body scrollbar-quiet flex min-h-0 flex-1 flex-col overflow-auto"
      >
        {tab === 'access' && <AccessTable />}
        <Suspense>
          {tab === 'map' && <FilesMap />}
          {tab === 'token' && <TokenVerdicts paste={paste} onPaste={setPaste} />}
        </Suspense>
      </TabPanel>
    </section>
  )
}

/** Files may deploy several APIs: access, verdicts and import are of one. */
function ApiChoice() {
  const doctor = useDoctor()
  const apis = useDoctorState(({ examination }) => examination?.report.apis)
  const chosen = useDoctorState(({ examination }) => examination?.chosen)
  if (!apis || apis.length < 2) return null
  return (
    <Select
      small
      label="API"
      value={chosen}
      onChange={event => doctor.chooseApi(event.target.value)}
      className="mono max-w-60"
    >
      {apis.map(({ id, type, file }) => (
        <option key={`${file} ${id}`} value={id}>
          {`${id} (${type === 'rest' ? 'REST' : 'HTTP'})`}
        </option>
      ))}
    </Select>
  )
}
