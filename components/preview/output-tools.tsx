'use client'

import { useMemo } from 'react'
import type { FormatTab } from '@/components/files/format-tabs'
import { useSession } from '@/components/session/session'
import { Button, IconButton } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { downloadText } from '@/components/ui/download'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { Segment } from '@/components/ui/segment'
import { useStore } from '@/components/ui/store'
import { showToast } from '@/components/ui/toast'
import type { Format } from '@/lib/compile'
import { type FirstOutput, type ShownOutput, shownOutput, useShownOutput } from './shown-output'

export interface OutputToolsProps {
  readonly tab: FormatTab
  readonly format: Format
  readonly first: FirstOutput
  readonly onFormat: (id: Format['id']) => void
  readonly onFind: () => void
}

const loadProjectZip = prefetchAfterLoad(() => import('@/components/files/project-zip'))
const WORD = '@max-[560px]:hidden'

/** The row above the code: file name, size, and buttons to copy and download it. */
export function OutputTools({ tab, format, first, onFormat, onFind }: OutputToolsProps) {
  const { engine } = useSession()
  const current = () => shownOutput(engine, format.id, first)
  const shown = useShownOutput(format.id, first)
  const size = useMemo(() => (shown ? sizeOf(shown) : ''), [shown])
  const path = current()?.fileName ?? ''
  const fileName = baseName(path)
  const shownName = fileName || 'the file'
  const isCompiled = useStore(engine, ({ valid }) => valid !== undefined)
  const isEmpty = useStore(engine, ({ valid, errors }) => !valid && errors.length > 0)

  return (
    <div className="flex h-9 flex-none items-center gap-2 border-border border-b pr-2 pl-4 max-md:h-11 max-md:gap-0.5 @max-[400px]:gap-1 @max-[400px]:pl-3">
      <span className="mono truncate" title={path}>
        {fileName}
      </span>
      {fileName === '' && isEmpty && <span className="truncate text-muted-foreground">No file yet</span>}
      <span className="truncate text-muted-foreground text-s tabular-nums @max-[480px]:hidden">{size}</span>
      {tab.notations.length > 1 && (
        <Segment
          label="Notation"
          value={format.id}
          options={tab.notations.map(({ id, language }) => ({ value: id, label: language.toUpperCase() }))}
          onChange={onFormat}
        />
      )}
      <span className="flex-1" />
      <IconButton
        icon="search"
        label="Search in the output"
        onClick={onFind}
        className="md:@max-[400px]:hidden"
      />
      <CopyButton
        look="quiet"
        small
        label={`Copy ${shownName}`}
        wordClassName={WORD}
        disabled={fileName === ''}
        text={() => current()?.text ?? ''}
      />
      <Button
        look="quiet"
        small
        icon="download"
        aria-label={`Download ${shownName}`}
        title={`Download ${shownName}`}
        disabled={fileName === ''}
        onClick={downloadFile}
      >
        <span className="@max-[640px]:hidden">Download file</span>
      </Button>
      <Button
        small
        icon="archive"
        aria-label="Download the project as .zip"
        title="Everything this format needs to deploy, as .zip"
        disabled={!isCompiled}
        onClick={() => zipProject(format)}
      >
        <span className={WORD}>Project .zip</span>
      </Button>
    </div>
  )

  function downloadFile() {
    const output = current()
    if (output) downloadText(baseName(output.fileName), output.text)
  }

  async function zipProject({ id }: Format) {
    const { valid } = engine.get()
    if (!valid) return
    try {
      const { downloadProject } = await loadProjectZip()
      downloadProject(id, valid)
    } catch (error) {
      showToast({ text: 'The project could not be created. Reload the page and try again.', tone: 'err' })
      throw error
    }
  }
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const sizeOf = ({ lineCount, byteLength }: ShownOutput): string =>
  `${lineCount.toLocaleString('en')} lines · ${(byteLength / 1000).toFixed(1)} KB`
