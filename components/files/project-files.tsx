'use client'

import { useMemo, useState } from 'react'
import type { Valid } from '@/components/session/engine'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { TabList, TabPanel } from '@/components/ui/tabs'
import type { Format } from '@/lib/compile'
import { FileText } from './file-text'
import { inTreeOrder } from './file-tree'
import { downloadProject } from './project-zip'

export interface ProjectFilesProps {
  readonly format: Format
  readonly compiled: Valid
  readonly onClose: () => void
}

const ID = 'project-files'

/** Every file of a project with its text, before it is downloaded: one file, or all as a zip. */
export default function ProjectFiles({ format, compiled, onClose }: ProjectFilesProps) {
  const files = useMemo(() => inTreeOrder(compiled.project(format.id).files), [compiled, format])
  const [chosen, setChosen] = useState(compiled.output(format.id).fileName)
  const file = files.find(({ path }) => path === chosen) ?? files[0]
  return (
    <Dialog
      title={`Files of the ${format.label} project`}
      onClose={onClose}
      className="w-[min(1120px,calc(100vw-32px))]"
      actions={
        <>
          <DialogClose>
            <Button>Close</Button>
          </DialogClose>
          <Button look="primary" icon="archive" onClick={() => downloadProject(format.id, compiled)}>
            Download project
          </Button>
        </>
      }
    >
      <div className="grid h-[70dvh] grid-rows-[minmax(0,2fr)_minmax(0,5fr)] overflow-hidden rounded-card border border-border md:grid-cols-[minmax(200px,2fr)_minmax(0,5fr)] md:grid-rows-1">
        <TabList
          label="Files"
          idBase={ID}
          vertical
          items={files.map(({ path, text }) => ({
            id: path,
            title: path,
            label: <FilePath path={path} lines={countLines(text)} />,
          }))}
          selected={file?.path ?? ''}
          onSelect={setChosen}
          className="scrollbar-quiet overflow-y-auto border-border bg-background p-1 max-md:border-b md:border-r"
          tabClassName="flex min-h-7 w-full items-center gap-2 rounded-chip px-2 text-left hover:bg-accent aria-selected:bg-accent aria-selected:font-medium max-md:min-h-9"
        />
        <TabPanel idBase={ID} selected={file?.path ?? ''} className="flex min-h-0 min-w-0 flex-col">
          {file && <FileText path={file.path} text={file.text} className="flex-1" />}
        </TabPanel>
      </div>
    </Dialog>
  )
}

/** A path with its folders set back, and the number of lines. */
function FilePath({ path, lines }: { readonly path: string; readonly lines: number }) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return (
    <>
      <span className="mono min-w-0 flex-1 truncate">
        <span className="text-muted-foreground">{folder}</span>
        {path.slice(folder.length)}
      </span>
      <span className="text-muted-foreground text-s tabular-nums">
        {lines}
        <span className="sr-only"> {lines === 1 ? 'line' : 'lines'}</span>
      </span>
    </>
  )
}

const countLines = (text: string): number => text.replace(/\n$/, '').split('\n').length
