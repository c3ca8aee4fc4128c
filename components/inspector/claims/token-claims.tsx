'use client'

import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import type { Model } from '@/lib/model/model'
import { advice } from '@/lib/token/advice'
import type { DecodedToken } from '@/lib/token/decode'
import { explainClaims } from '@/lib/token/explain-claims'
import { explainScopes } from '@/lib/token/explain-scopes'
import { headline } from '@/lib/token/headline'
import type { PasteNote } from '@/lib/token/paste-notes'
import { summarize } from '@/lib/token/summarize'
import { PaneHead } from '../pane-head'
import { ClaimTable } from './claim-table'
import { Expiry } from './expiry'
import { ScopeList } from './scope-list'

export interface TokenClaimsProps {
  readonly token: DecodedToken
  readonly notes: readonly PasteNote[]
  readonly now: number
  readonly model?: Model | undefined
}

/** The type of the token, and its claims with their meanings. */
export default function TokenClaims({ token, notes, now, model }: TokenClaimsProps) {
  const [title, kind] = headline(token).split(' · ')
  const scopes = useMemo(() => {
    const declared = (model?.resourceServers ?? []).flatMap(server =>
      server.scopes.map(scope => [scope.fullScope, scope.description] as const),
    )
    return explainScopes(summarize(token), new Map(declared))
  }, [token, model])
  const explained = explainClaims(token)
  const claims = explained.filter(({ segment }) => segment === 'claims')
  const header = explained.filter(({ segment }) => segment === 'header')
  return (
    <>
      <PaneHead title={title}>
        {kind && <Badge>{kind}</Badge>}
        <span className="flex-1" />
        <Expiry exp={token.claims?.exp} />
      </PaneHead>
      <div className="scrollbar-quiet min-h-0 flex-1 overflow-auto pb-4">
        <Notes token={token} notes={notes} now={now} />
        {scopes.length > 0 && <ScopeList scopes={scopes} model={model} />}
        {claims.length > 0 && <ClaimTable title="Claims" claims={claims} />}
        {header.length > 0 && <ClaimTable title="Header" claims={header} />}
      </div>
    </>
  )
}

function Notes({ token, notes, now }: Omit<TokenClaimsProps, 'model'>) {
  const remarks = advice(token, now)
  if (token.problems.length + remarks.length + notes.length === 0) return null
  return (
    <div className="grid gap-2 px-4 pt-3">
      {notes.map(({ code, message }) => (
        <Callout key={code} tone={code === 'CLAIMS_ONLY' ? 'plain' : 'warn'}>
          <span className="[overflow-wrap:anywhere]">{message}</span>
        </Callout>
      ))}
      {token.problems.map(({ message, fatal }) => (
        <Callout key={message} tone={fatal ? 'err' : 'warn'}>
          <span className="[overflow-wrap:anywhere]">{message}</span>
        </Callout>
      ))}
      {remarks.map(({ code, title, text }) => (
        <Callout key={code} tone="warn">
          <strong className="font-semibold">{title}.</strong> {text}
        </Callout>
      ))}
    </div>
  )
}
