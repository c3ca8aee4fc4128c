'use client'

import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useFieldSelector, useFieldValue } from '@/components/fields/form-hooks'
import { type DeclaredScope, declaredScopes } from '@/components/fields/scopes'
import { type FormValues, useSession } from '@/components/session/session'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { isOpenApi } from '@/lib/paste/is-openapi'
import { readPastedLines } from '@/lib/paste/lines'
import type { PastedEndpoints } from '@/lib/paste/pasted-endpoints'

const loadReader = prefetchAfterLoad(() => import('@/lib/paste/openapi'))
type Reader = Awaited<ReturnType<typeof loadReader>>

const NOTHING: PastedEndpoints = { endpoints: [], issues: [], completed: new Map(), newScopes: [] }
const UNAVAILABLE: PastedEndpoints = {
  ...NOTHING,
  issues: [
    {
      line: 1,
      message:
        'the code that reads OpenAPI could not be fetched; check the connection, and open this box again',
      text: '',
    },
  ],
}

/** A text that is kept while the box is closed, and what it is read as. */
export function usePasted() {
  const { drafts } = useSession()
  const [text, setText] = useState(drafts.paste.text)
  const settled = useDeferredValue(text)
  const reader = useReader(isOpenApi(settled))
  const declared = useFieldSelector<FormValues['resourceServers'], readonly DeclaredScope[]>(
    'resourceServers',
    declaredScopes,
  )
  const identifiers = useFieldSelector<FormValues['resourceServers'], readonly string[]>(
    'resourceServers',
    servers => servers.map(({ identifier }) => identifier),
  )
  const stage = useFieldValue<string>('stage') ?? ''
  const read = useMemo(() => {
    const context = { declared: declared.map(({ full }) => full), identifiers, stage }
    if (!isOpenApi(settled)) return readPastedLines(settled, context)
    if (reader === 'unavailable') return UNAVAILABLE
    return reader?.readPastedOpenApi(settled, context) ?? NOTHING
  }, [settled, reader, declared, identifiers, stage])
  return {
    text,
    /** What `text` is read as; while that is being found out, what an earlier text was read as. */
    read,
    isRead: settled === text,
    change(next: string) {
      drafts.paste.text = next
      setText(next)
    },
  }
}

/** The reader of OpenAPI documents, once it is needed and has arrived. */
function useReader(isNeeded: boolean): Reader | 'unavailable' | undefined {
  const [reader, setReader] = useState<Reader | 'unavailable'>()
  useEffect(() => {
    if (!isNeeded || reader) return
    let isGone = false
    loadReader().then(
      arrived => !isGone && setReader(arrived),
      () => !isGone && setReader('unavailable'),
    )
    return () => {
      isGone = true
    }
  }, [isNeeded, reader])
  return reader
}
