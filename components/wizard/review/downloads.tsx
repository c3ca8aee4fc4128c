'use client'

import { useEffect, useMemo, useState } from 'react'
import { formatTabs } from '@/components/files/format-tabs'
import type { Valid } from '@/components/session/engine'
import { useSession } from '@/components/session/session'
import { Callout } from '@/components/ui/callout'
import { useStore } from '@/components/ui/store'
import type { Format } from '@/lib/compile'
import { DownloadCard } from './download-card'
import { Section } from './section'

export interface DownloadsProps {
  readonly compiled: Valid
  /** The form has problems: what can be downloaded is the last valid state. */
  readonly stale: boolean
}

/** The same API in every format, as a file or as a whole project. */
export function Downloads({ compiled, stale }: DownloadsProps) {
  const { format: chosen } = useSession()
  const open = useStore(chosen)
  const formats = useFormats()
  // Another notation of a format (`cloudformation-json`) comes in the same project.
  const cards = useMemo(() => formatTabs(formats), [formats])
  return (
    <Section
      title="Download"
      className="col-span-full print:hidden"
      aside={
        <span className="font-normal text-muted-foreground text-s">
          The same API in each format. Choose one.
        </span>
      }
    >
      {stale && (
        <Callout tone="warn" className="mb-3">
          These are the files of the last valid state.
        </Callout>
      )}
      <div className="grid grid-cols-1 gap-4 @[600px]:grid-cols-2 @[900px]:grid-cols-3">
        {cards.map(({ main, notations }) => (
          <DownloadCard
            key={main.id}
            format={main}
            compiled={compiled}
            primary={notations.some(({ id }) => id === open)}
          />
        ))}
      </div>
    </Section>
  )
}

/** The formats come with the compiler, which the page fetches on its own. */
function useFormats(): readonly Format[] {
  const [formats, setFormats] = useState<readonly Format[]>([])
  useEffect(() => {
    let current = true
    void import('@/lib/compile').then(module => current && setFormats(module.formats))
    return () => {
      current = false
    }
  }, [])
  return formats
}
