'use client'

import type { SaveState } from '@/components/session/autosave'
import { ExampleBadge } from '@/components/session/example-badge'
import { useSession } from '@/components/session/session'
import { Icon } from '@/components/ui/icon'
import { useStore } from '@/components/ui/store'

const words: Record<SaveState, string> = {
  saved: 'Saved in this browser',
  saving: 'Saving…',
  unavailable: 'Not saved: browser storage is full or unavailable',
}

/** Which document is open, and whether it is kept. */
export function DocumentName() {
  const { autosave, history, values } = useSession()
  const service = useStore(values, ({ service }) => service)
  const state = useStore(autosave)
  const isExample = useStore(history.pristine) === 'example'
  return (
    <div className="ml-2 flex min-w-0 items-center gap-2 border-border border-l pl-4 max-md:hidden">
      <span className="mono truncate">{service || 'untitled'}</span>
      <ExampleBadge />
      {(!isExample || state === 'unavailable') && (
        <span className="hidden min-w-33 items-center gap-1 whitespace-nowrap text-muted-foreground text-s lg:inline-flex">
          <Icon name={state === 'unavailable' ? 'warning' : 'check'} size={14} />
          {words[state]}
        </span>
      )}
    </div>
  )
}
