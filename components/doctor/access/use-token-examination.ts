'use client'

import { useEffect, useState } from 'react'
import type { Examination } from '@/lib/examine'
import type { TemplateApi } from '@/lib/template-api'

const loadJudge = () => Promise.all([import('@/lib/examine'), import('@/lib/spec-for-token')])

/** What the token of a text gets at the endpoints of an API; undefined until it is known, and without a text. */
export function useTokenExamination(api: TemplateApi | undefined, paste: string): Examination | undefined {
  const [answer, setAnswer] = useState<{ of: TemplateApi; paste: string; examined: Examination }>()
  const isAsked = paste.trim() !== '' && api?.ok === true
  useEffect(() => {
    if (!api?.ok || paste.trim() === '') return
    let late = false
    loadJudge()
      .then(([{ examine }, { specForToken }]) =>
        examine(specForToken(api, paste), paste, {
          now: Math.floor(Date.now() / 1000),
          ...api.ids,
          clientsInFiles: api.clientsInFiles,
          unjudged: api.unjudged,
        }),
      )
      .then(examined => {
        // The spec of an import is valid, and its ids are those of a pool.
        if (!late && examined.ok) setAnswer({ of: api, paste, examined })
      })
    return () => {
      late = true
    }
  }, [api, paste])
  // The last answer stays while the next one is computed.
  return isAsked ? answer?.examined : undefined
}
