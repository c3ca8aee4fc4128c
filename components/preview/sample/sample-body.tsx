'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo, useState } from 'react'
import type { Valid } from '@/components/session/engine'
import { mint, sampleKeys, sampleKids } from '@/components/session/sample-keys'
import { handOffToken } from '@/components/session/token-handoff'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { JsonLine, JsonText } from '@/components/ui/json-text'
import { Segment } from '@/components/ui/segment'
import { Select } from '@/components/ui/select'
import { EndpointAccess } from './endpoint-access'
import { RequestedScopes } from './requested-scopes'
import { ResourceChoice } from './resource-choice'
import { SampleBar } from './sample-bar'
import { type SampleChoice, toSample } from './sample-request'
import { TriggerChoice } from './trigger-choice'

const seconds = () => Math.floor(Date.now() / 1000)
const USES = [
  { value: 'access', label: 'Access' },
  { value: 'id', label: 'ID' },
] as const

export interface SampleBodyProps {
  readonly valid: Valid
  /** The document has errors: `valid` is its last valid state. */
  readonly isOlder: boolean
  readonly end: ReactNode
}

/** The part of the pane that needs a compiled spec. */
export default function SampleBody({ valid, isOlder, end }: SampleBodyProps) {
  const { clients } = valid.spec
  const [choice, setChoice] = useState<SampleChoice>({
    client: '',
    use: 'access',
    without: new Set(),
    triggered: false,
    resource: '',
  })
  const [now, setNow] = useState(seconds)
  const router = useRouter()
  const sample = useMemo(() => toSample(valid, choice, now), [valid, choice, now])
  const { client, scopes } = sample.request

  /** Signed now, so that it is good for its whole lifetime; what is shown is what is signed. */
  async function issue(): Promise<string> {
    const at = seconds()
    setNow(at)
    const { claims } = toSample(valid, choice, at)
    const [{ sign }, pair] = await Promise.all([mint(), sampleKeys()])
    // The buttons that call this are disabled while there are no claims.
    return claims ? sign(claims, pair[choice.use]) : ''
  }

  function toggle(scope: string) {
    const without = new Set(choice.without)
    if (!without.delete(scope)) without.add(scope)
    setChoice({ ...choice, without })
  }

  return (
    <>
      <SampleBar end={end}>
        <Segment
          label="Kind of token"
          value={choice.use}
          options={USES}
          onChange={use => setChoice({ ...choice, use })}
        />
        <Select
          small
          label="Client"
          value={client.name}
          onChange={event => setChoice({ ...choice, client: event.target.value })}
          className="mono max-w-60"
        >
          {clients.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
        <span className="flex-1" />
        <CopyButton
          look="quiet"
          small
          label="Copy the sample token"
          wordClassName="@max-[560px]:hidden"
          disabled={!sample.claims}
          text={issue}
        />
        <Button
          look="quiet"
          small
          after="next"
          disabled={!sample.claims}
          aria-label="Inspect the sample token"
          onClick={async () => {
            handOffToken(await issue())
            router.push('/inspector/')
          }}
        >
          <span className="@max-[560px]:hidden">Inspect</span>
        </Button>
      </SampleBar>
      <div className="sample-body flex min-h-0 flex-1 flex-col">
        <RequestedScopes
          scopes={client.scopes}
          without={new Set(client.scopes.filter(s => !scopes?.includes(s)))}
          onToggle={toggle}
        />
        {sample.example && (
          <TriggerChoice
            example={sample.example}
            machine={sample.machine}
            checked={choice.triggered}
            onChange={triggered => setChoice({ ...choice, triggered })}
          />
        )}
        {sample.resources.length > 0 && (
          <ResourceChoice
            resources={sample.resources}
            value={sample.request.resource ?? ''}
            onChange={resource => setChoice({ ...choice, resource })}
          />
        )}
        <div className="sample-columns scrollbar-quiet">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <section tabIndex={0} aria-label="Header and claims">
            <h3 className="mb-1 text-muted-foreground text-s">
              Header and claims · {isOlder ? 'of the last valid state' : 'signed with a sample key'}
            </h3>
            {sample.claims ? (
              <pre className="mono whitespace-pre-wrap break-words text-code [overflow-wrap:anywhere]">
                <JsonLine value={{ kid: sampleKids()[choice.use], alg: 'RS256' }} />
                <JsonText value={sample.claims} />
              </pre>
            ) : (
              <p>No such token. {sample.reason}</p>
            )}
          </section>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
          <section tabIndex={0} aria-label="Endpoints and access">
            <EndpointAccess verdicts={sample.verdicts} />
          </section>
        </div>
      </div>
    </>
  )
}
