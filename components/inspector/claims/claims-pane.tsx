'use client'

import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import type { Model } from '@/lib/model/model'
import { advice, headline } from '@/lib/token/advice'
import type { DecodedToken } from '@/lib/token/decode'
import { explainClaims } from '@/lib/token/explain-claims'
import { explainScopes } from '@/lib/token/explain-scopes'
import { summarize } from '@/lib/token/summarize'
import { PaneHead } from '../pane-head'
import type { Inspection } from '../use-inspection'
import { ClaimTable } from './claim-table'
import { Expiry } from './expiry'
import { ScopeList } from './scope-list'

/** What the token is and says, each word of it explained. */
export function ClaimsPane({ inspection }: { readonly inspection: Inspection }) {
  const { token, valid } = inspection
  return (
    <section aria-label="Claims" className="pane claims">
      {token ? (
        <TokenClaims token={token} model={valid?.model} />
      ) : (
        <>
          <PaneHead title="Claims" />
          <p className="p-4 text-fg-3">
            Header, claims and scopes of the token, each with its meaning and source, appear here.
          </p>
        </>
      )}
    </section>
  )
}

function TokenClaims({ token, model }: { readonly token: DecodedToken; readonly model?: Model }) {
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
        <Notes token={token} />
        {scopes.length > 0 && <ScopeList scopes={scopes} model={model} />}
        {claims.length > 0 && <ClaimTable title="Claims" claims={claims} />}
        {header.length > 0 && <ClaimTable title="Header" claims={header} />}
      </div>
    </>
  )
}

function Notes({ token }: { readonly token: DecodedToken }) {
  const notes = advice(token)
  if (token.problems.length === 0 && notes.length === 0) return null
  return (
    <div className="grid gap-2 px-4 pt-3">
      {token.problems.map(({ message, fatal }) => (
        <Callout key={message} tone={fatal ? 'err' : 'warn'}>
          <span className="[overflow-wrap:anywhere]">{message}</span>
        </Callout>
      ))}
      {notes.map(({ code, title, text }) => (
        <Callout key={code} tone="warn">
          <strong className="font-semibold">{title}.</strong> {text}
        </Callout>
      ))}
    </div>
  )
}
