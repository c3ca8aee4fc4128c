'use client'

import { lazy, Suspense, useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'
import { useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { Rows } from './rows'

const HiddenRowsDialog = lazy(prefetchAfterLoad(() => import('./hidden-rows-dialog')))

/** Deletes rows: at once where all of them are in sight, and after asking where a filter hides some. */
export function useRowRemoval(rows: Rows, shown: ReadonlySet<ItemId>) {
  const session = useSession()
  const [pending, setPending] = useState<ReadonlySet<ItemId>>()
  function removeNow(which: ReadonlySet<ItemId>) {
    rows.remove(which)
    showDone(session, which.size === 1 ? 'Deleted 1 endpoint.' : `Deleted ${which.size} endpoints.`)
  }
  return {
    remove(which: ReadonlySet<ItemId>) {
      if ([...which].every(id => shown.has(id))) removeNow(which)
      else setPending(which)
    },
    dialog: pending && (
      <Suspense>
        <HiddenRowsDialog
          count={pending.size}
          hidden={[...pending].filter(id => !shown.has(id)).length}
          onDelete={() => removeNow(pending)}
          onClose={() => setPending(undefined)}
        />
      </Suspense>
    ),
  }
}
