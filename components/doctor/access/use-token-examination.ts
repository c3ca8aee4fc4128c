'use client'

import { useEffect, useState } from 'react'
import type { Examination } from '@/lib/examine'
import type { NotJudged, TemplateApi } from '@/lib/template-api'

const loadJudge = () => Promise.all([import('@/lib/examine'), import('@/lib/spec-for-token')])

interface Answer {
  readonly examined: Examination
  /** The endpoints without a verdict. */
  readonly notJudged: NotJudged
}

/** What the token of a text gets at the endpoints of an API; undefined until it is known, and without a text. */
export function useTokenExamination(api: TemplateApi | undefined, paste: string): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>()
  const isAsked = paste.trim() !== '' && api?.ok === true
  useEffect(() => {
    if (!api?.ok || paste.trim() === '') return
    let late = false
    loadJudge().then(async ([{ examine }, { notJudgedFor, specForToken }]) => {
      const notJudged = notJudgedFor(api, paste)
      const examined = await examine(specForToken(api, paste), paste, {
        now: Math.floor(Date.now() / 1000),
        ...api.ids,
        clientsInFiles: api.clientsInFiles,
        apiKeys: api.apiKeys,
        unjudged: notJudged.flatMap(({ index }) => index ?? []),
      })
      // The spec of an import is valid, and its ids are those of a pool.
      if (!late && examined.ok) setAnswer({ examined, notJudged })
    })
    return () => {
      late = true
    }
  }, [api, paste])
  // The last answer stays while the next one is computed.
  return isAsked ? answer : undefined
}
