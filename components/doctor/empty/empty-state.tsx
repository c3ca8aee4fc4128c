'use client'

import { type DragEvent, useRef, useState } from 'react'
import { dropOf } from '@/components/session/drop'
import { readDrop, readFileList } from '@/components/session/dropped-files'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useDoctor } from '../use-doctor'
import { SampleList } from './sample-list'
import { SnapshotHelp } from './snapshot-help'

const ACCEPTED = '.yaml,.yml,.json,.template'

/** The page before any file was given: how to give one, and samples. */
export function EmptyState() {
  return (
    <main className="scrollbar-quiet overflow-auto bg-card">
      <div className="mx-auto grid max-w-240 grid-cols-[minmax(0,1fr)] gap-6 px-6 py-8 max-md:px-4 max-md:py-5">
        <header>
          <h1 className="font-semibold text-l">Why does my API refuse the token?</h1>
          <p className="mt-1 max-w-190 text-secondary-foreground">
            The doctor reads templates and snapshots that already exist, and says why an access token gets
            401, at which line, and what to change.
          </p>
        </header>
        <FileInputs />
        <SampleList />
        <SnapshotHelp />
      </div>
    </main>
  )
}

function FileInputs() {
  const doctor = useDoctor()
  return (
    <section aria-labelledby="doctor.files">
      <h2 id="doctor.files" className="mb-1.5 font-semibold">
        Your files
      </h2>
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <textarea
          aria-label="Paste a template"
          placeholder="Paste CloudFormation, SAM, serverless.yml, OpenAPI, or an answer of the AWS CLI"
          value=""
          onChange={event => doctor.open([{ path: nameFor(event.target.value), text: event.target.value }])}
          autoComplete="off"
          spellCheck={false}
          className="control mono scrollbar-quiet min-h-44 w-full resize-none px-2.5 py-2 text-code max-md:min-h-28"
        />
        <DropArea />
      </div>
      <p className="mt-2 flex items-center gap-1.5 text-secondary-foreground text-s">
        <Icon name="locked" size={14} />
        Read in this tab. Nothing is sent or stored.
      </p>
    </section>
  )
}

const nameFor = (text: string): string => (/^\uFEFF?\s*[{[]/.test(text) ? 'pasted.json' : 'pasted.yaml')

function DropArea() {
  const doctor = useDoctor()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  async function open(list: FileList | null, isFolder: boolean) {
    const read = await readFileList(list)
    if (read.length > 0) doctor.open(read, isFolder)
  }
  async function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const dropped = await readDrop(dropOf(event.dataTransfer))
    if (dropped.files.length > 0) doctor.open(dropped.files, dropped.isFolder)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same
    <div
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => void onDrop(event)}
      className={`grid min-h-44 content-center justify-items-center gap-3 rounded-control border border-dashed p-4 text-center max-md:min-h-0 ${over ? 'border-primary bg-primary-soft' : 'border-input'}`}
    >
      <p className="text-secondary-foreground max-md:hidden">
        Drop files or a folder here: all templates of one deployment together.
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button icon="open" onClick={() => files.current?.click()}>
          Choose files
        </Button>
        <Button icon="archive" onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label="Templates"
        tabIndex={-1}
        className="sr-only"
        onChange={event => void open(event.target.files, false)}
      />
      <input
        ref={element => {
          folder.current = element
          // React has no attribute of this name.
          if (element) element.webkitdirectory = true
        }}
        type="file"
        aria-label="Folder with templates"
        tabIndex={-1}
        className="sr-only"
        onChange={event => void open(event.target.files, true)}
      />
    </div>
  )
}
