'use client'

import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { downloadBlob, downloadText } from '@/components/ui/download'
import { PartBoundary } from '@/components/ui/part-boundary'
import { showToast } from '@/components/ui/toast'
import { changedFiles } from '../state/files'
import { useDoctor, useDoctorState, useImportedApi } from '../use-doctor'

const ContinueDialog = lazy(() => import('../import/continue-dialog'))
const loadZip = () => import('@/lib/project/zip')

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What can be done with the files: download them as repaired, or go on in the wizard. */
export function FindingsFoot() {
  const doctor = useDoctor()
  const files = useDoctorState(state => state.files)
  const given = useDoctorState(state => state.given)
  const isExamined = useDoctorState(({ examination }) => examination !== undefined)
  const obstacle = useDoctorState(({ examination }) => examination?.obstacle)
  const [open, setOpen] = useState(false)
  const api = useImportedApi(open)
  const changed = changedFiles(files, given)

  async function download() {
    const [only] = changed
    if (changed.length === 1 && only) downloadText(baseName(only.path), only.text)
    else {
      const { zip } = await loadZip()
      downloadBlob('repaired.zip', new Blob([zip('repaired', changed)], { type: 'application/zip' }))
    }
    doctor.noteDownload(changed)
  }

  function close() {
    const reopen = doctor.close()
    if (changed.length > 0)
      showToast({ text: 'Closed the changed files.', action: { label: 'Open them again', run: reopen } })
  }

  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-border border-t bg-card px-4 py-2.5">
      <Button
        look="primary"
        after="next"
        disabled={!isExamined || obstacle !== undefined}
        aria-describedby={obstacle === undefined ? undefined : 'import-obstacle'}
        aria-busy={open && !api}
        onClick={() => setOpen(true)}
      >
        Continue in the wizard
      </Button>
      {changed.length > 0 && (
        <Button icon="download" onClick={() => void download()}>
          {changed.length > 1 ? `Download ${changed.length} repaired files` : 'Download the repaired file'}
        </Button>
      )}
      <span
        id="import-obstacle"
        className={classes(
          'min-w-0 flex-1 text-muted-foreground text-s',
          obstacle !== undefined && 'max-md:order-first max-md:basis-full',
        )}
      >
        {obstacle}
      </span>
      <Button look="quiet" icon="cross" onClick={close}>
        Close
        <span className="sr-only"> these files</span>
      </Button>
      {open && api && (
        <PartBoundary fallback={null} onFail={() => setOpen(false)}>
          <Suspense fallback={null}>
            <ContinueDialog api={api} onClose={() => setOpen(false)} />
          </Suspense>
        </PartBoundary>
      )}
    </div>
  )
}
