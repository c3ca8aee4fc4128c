'use client'

import { useMemo, useRef } from 'react'
import { IconButton } from '@/components/ui/button'
import { TabList } from '@/components/ui/tabs'
import { fileChanges } from '../change-text'
import { useDoctor, useDoctorState } from '../use-doctor'
import { ChangePane } from './change-pane'
import { EditorPane, type EditorPaneHandle } from './editor-pane'

const ID = 'doctor-file'

/** The files in tabs, editable; in their place a change while it is shown. */
export function CodePane() {
  const doctor = useDoctor()
  const files = useDoctorState(state => state.files)
  const shown = useDoctorState(state => state.shown)
  const undo = useDoctorState(state => state.undo)
  const redo = useDoctorState(state => state.redo)
  const editor = useRef<EditorPaneHandle>(null)
  const change = useShownChange()
  const own = change?.find(({ path }) => path === shown) ?? change?.[0]
  return (
    <section aria-label="Files" className="pane doctor-files">
      <div className="flex h-11 flex-none items-stretch border-border border-b bg-background">
        <TabList
          label="Files"
          idBase={ID}
          items={files.map(({ path }) => ({
            id: path,
            title: path,
            label: <span className="mono max-w-60 truncate">{shortName(path, files.length)}</span>,
          }))}
          selected={shown}
          onSelect={doctor.show}
          className="scrollbar-quiet min-w-0 flex-1 overflow-x-auto overflow-y-hidden pl-3"
        />
        <div className="flex flex-none items-center gap-0.5 px-2">
          <IconButton
            icon="undo"
            label={undo === undefined ? 'Undo' : `Undo: ${undo}`}
            disabled={undo === undefined}
            onClick={doctor.undo}
          />
          <IconButton
            icon="redo"
            label={redo === undefined ? 'Redo' : `Redo: ${redo}`}
            disabled={redo === undefined}
            onClick={doctor.redo}
          />
          <IconButton icon="search" label="Find" onClick={() => editor.current?.find()} />
          {files.length > 1 && (
            <IconButton icon="cross" label={`Remove ${shown}`} onClick={() => doctor.removeFile(shown)} />
          )}
        </div>
      </div>
      <div
        role="tabpanel"
        id={`${ID}-panel`}
        aria-labelledby={`${ID}-tab-${shown}`}
        className="relative min-h-0 flex-1"
      >
        <EditorPane ref={editor} isHidden={own !== undefined} />
        {own && <ChangePane change={own} />}
      </div>
    </section>
  )
}

const shortName = (path: string, files: number): string =>
  files > 1 && path.length > 40 ? `…${path.slice(-38)}` : path

/** The change that is shown, as the files were when they were examined. */
function useShownChange() {
  const change = useDoctorState(state => state.change)
  const files = useDoctorState(({ examination }) => examination?.files)
  const repairs = useDoctorState(
    ({ examination, change: shown }) => examination?.findings.find(({ key }) => key === shown?.key)?.repairs,
  )
  const repair = change && repairs?.[change.choice]
  return useMemo(() => (files && repair ? fileChanges(files, repair) : undefined), [files, repair])
}
