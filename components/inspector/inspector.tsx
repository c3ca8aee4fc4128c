'use client'

import './inspector.css'
import { useCallback, useEffect, useState } from 'react'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { mint, sampleKeys } from '@/components/session/sample-keys'
import { useSession } from '@/components/session/session'
import { takeToken } from '@/components/session/token-handoff'
import { Badge } from '@/components/ui/badge'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { useStore } from '@/components/ui/store'
import { TabList } from '@/components/ui/tabs'
import { readPaste } from '@/lib/token/read-paste'
import { ClaimsPane } from './claims/claims-pane'
import { EndpointsPane } from './endpoints/endpoints-pane'
import { type Entered, entered as enteredStore, fillInDeployedIds, NOTHING_ENTERED } from './entered'
import { loadJudge } from './judge'
import { TokenPane } from './token/token-pane'
import { useInspection } from './use-inspection'

const loadSample = prefetchAfterLoad(() => import('./mint-sample'))

type View = 'token' | 'claims' | 'endpoints'

/** Characters that are added at once only by a paste. */
const MIN_PASTE = 20

/** A token was pasted where only one pane is visible, so that the verdict would stay out of view. */
const isPasteOnNarrowScreen = (before: string, after: string): boolean =>
  after.length - before.length >= MIN_PASTE &&
  readPaste(after).preferred !== undefined &&
  window.matchMedia('(width < 821px)').matches

const setEntered = (change: Partial<Entered>) => enteredStore.set({ ...enteredStore.get(), ...change })

/** The page that explains a token, a response, and the verdict at every endpoint. Nothing entered is stored or sent. */
export function Inspector() {
  const { engine, history } = useSession()
  const entered = useStore(enteredStore)
  const [view, setView] = useState<View>('token')
  const inspection = useInspection(entered)
  const denied = inspection.token ? inspection.verdicts.filter(({ allowed }) => !allowed).length : 0
  const enter = (change: Partial<Entered>) => {
    if (change.paste !== undefined && isPasteOnNarrowScreen(entered.paste, change.paste)) setView('endpoints')
    setEntered(change)
  }

  /** Shows a sample with the keys that verify it. */
  const showSample = useCallback(async (paste: string) => {
    setEntered({ paste, chosen: undefined })
    const [{ jwksOf }, { access, id }] = await Promise.all([mint(), sampleKeys()])
    setEntered({ jwks: jwksOf([access, id]) })
  }, [])

  useEffect(() => {
    void engine.load()
    void loadJudge()
    fillInDeployedIds(history.current().documentId)
    const token = takeToken()
    if (token !== undefined) showSample(token)
  }, [engine, history, showSample])

  const { valid } = inspection
  const onSample = valid && (async () => showSample(await (await loadSample()).mintSample(valid)))
  return (
    <main className="inspector" data-view={view}>
      <h1 className="sr-only">Inspector</h1>
      <TabList
        label="View"
        idBase="inspector"
        hasPanel={false}
        selected={view}
        onSelect={setView}
        className="inspector-views border-border border-b bg-card px-2"
        tabClassName="flex-1 justify-center font-medium"
        items={[
          { id: 'token', label: 'Token' },
          { id: 'claims', label: 'Claims' },
          {
            id: 'endpoints',
            label: (
              <>
                Endpoints
                {denied > 0 && (
                  <Badge tone="err" icon="denied">
                    {denied}
                    <span className="sr-only"> denied</span>
                  </Badge>
                )}
              </>
            ),
          },
        ]}
      />
      <PanelBoundary name="The token">
        <TokenPane
          entered={entered}
          inspection={inspection}
          onEnter={enter}
          onClear={() => enteredStore.set({ ...NOTHING_ENTERED, jwks: entered.jwks })}
          onSample={onSample}
          onShowEndpoints={() => setView('endpoints')}
        />
      </PanelBoundary>
      <PanelBoundary name="The claims">
        <ClaimsPane inspection={inspection} onSample={onSample} />
      </PanelBoundary>
      <PanelBoundary name="The endpoints">
        <EndpointsPane entered={entered} inspection={inspection} onEnter={enter} />
      </PanelBoundary>
    </main>
  )
}
