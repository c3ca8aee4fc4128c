'use client'

import { lazy, Suspense, useMemo, useState } from 'react'
import { downloadProject } from '@/components/files/project-zip'
import type { Valid } from '@/components/session/engine'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { downloadText } from '@/components/ui/download'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { Format } from '@/lib/compile'
import { summarizeProject } from './project-summary'

export interface DownloadCardProps {
  readonly format: Format
  readonly compiled: Valid
  /** It is the format that the output shows. */
  readonly primary: boolean
}

const ProjectFiles = lazy(prefetchAfterLoad(() => import('@/components/files/project-files')))

/** One format: what its project contains, how it is deployed, and the buttons that download it. */
export function DownloadCard({ format, compiled, primary }: DownloadCardProps) {
  const { entries, command } = useMemo(() => summarizeProject(format.id, compiled), [format, compiled])
  const fileName = entries[0]?.name ?? ''
  const [isPreviewed, setPreviewed] = useState(false)
  return (
    <article className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-between gap-3 rounded-card border border-border-strong bg-card px-4 pt-3 pb-4">
      <div className="min-w-0">
        <h3 className="font-semibold">{format.label}</h3>
        <ul className="mt-1 divide-y divide-border">
          {entries.map(({ name, note }) => (
            <li
              key={name}
              className="grid min-h-6 grid-cols-[minmax(0,5fr)_minmax(0,6fr)] items-baseline gap-3 py-0.5"
            >
              <span className="mono truncate" title={name}>
                {name}
              </span>
              <span className="truncate text-muted-foreground text-s">{note}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <div className="mono flex h-8 min-w-0 items-center gap-2 rounded-control border border-border bg-background pr-1 pl-2.5">
          <span className="min-w-0 flex-1 truncate" title={command}>
            <span className="text-muted-foreground">$</span> {command}
          </span>
          <CopyButton
            look="quiet"
            small
            square
            className="size-6"
            label="Copy the command"
            text={() => command}
          />
        </div>
        <div className="flex gap-2">
          <Button icon="list" title="Show every file with its text" onClick={() => setPreviewed(true)}>
            Files
            <span className="sr-only"> of the {format.label} project</span>
          </Button>
          <Button
            look={primary ? 'primary' : 'default'}
            icon="archive"
            className="min-w-0 flex-1"
            onClick={() => downloadProject(format.id, compiled)}
          >
            <span className="truncate">Download project</span>
            <span className="sr-only"> for {format.label}</span>
          </Button>
          <Button
            icon="download"
            title={`Download ${fileName}`}
            onClick={() => {
              const { fileName, text } = compiled.output(format.id)
              downloadText(fileName.slice(fileName.lastIndexOf('/') + 1), text)
            }}
          >
            File
            <span className="sr-only"> {fileName}</span>
          </Button>
        </div>
      </div>
      {isPreviewed && (
        <Suspense>
          <ProjectFiles format={format} compiled={compiled} onClose={() => setPreviewed(false)} />
        </Suspense>
      )}
    </article>
  )
}
