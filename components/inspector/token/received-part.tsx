'use client'

import { useId, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Select } from '@/components/ui/select'
import { diagnose, statusIn } from '@/lib/authorize/diagnose'
import type { Diagnosis } from '@/lib/authorize/diagnoses'
import type { Verdict } from '@/lib/authorize/verdict'

const STATUSES = [200, 400, 401, 403, 404, 429, 500, 502]
const BODIES = [
  '{"message":"Unauthorized"}',
  '{"message":"The incoming token has expired"}',
  '{"message":"Missing Authentication Token"}',
  '{"message":"Forbidden"}',
  '{"message":"Internal server error"}',
  '{"message":"Not Found"}',
  '{"error":"invalid_client"}',
  '{"error":"invalid_grant"}',
  'Failed to fetch',
]

export interface ReceivedPartProps {
  readonly verdicts: readonly Verdict[]
  readonly hasToken: boolean
}

/** What a call was answered, and whether that was the authorizer at all. */
export function ReceivedPart({ verdicts, hasToken }: ReceivedPartProps) {
  const id = useId()
  const [endpoint, setEndpoint] = useState('')
  const [status, setStatus] = useState('')
  const [text, setText] = useState('')
  const verdict = verdicts.find(one => one.endpoint.id === endpoint)
  const asked = status !== '' || text.trim() !== ''
  const found = asked ? diagnose({ ...(status && { status: Number(status) }), text }) : []

  function receive(next: string) {
    setText(next)
    const seen = statusIn(next)
    if (seen !== undefined && STATUSES.includes(seen)) setStatus(String(seen))
  }

  return (
    <section className="mt-4 border-border border-t pt-4" aria-labelledby={`${id}.head`}>
      <h2 id={`${id}.head`} className="font-semibold">
        What did you get?
      </h2>
      <p className="text-secondary-foreground text-s">
        Say what the call answered, to tell the authorizer’s answer from others that look alike.
      </p>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)_92px] gap-2">
        <Select
          label="Endpoint that was called"
          value={endpoint}
          onChange={event => setEndpoint(event.target.value)}
          className="mono"
        >
          <option value="">Any endpoint</option>
          {verdicts.map(one => (
            <option key={one.endpoint.id} value={one.endpoint.id}>
              {`${one.endpoint.method} ${one.endpoint.path}`}
            </option>
          ))}
        </Select>
        <Select
          label="Status"
          value={status}
          onChange={event => setStatus(event.target.value)}
          className="mono"
        >
          <option value="">Status</option>
          {STATUSES.map(code => (
            <option key={code}>{code}</option>
          ))}
        </Select>
        <input
          type="text"
          list={`${id}.bodies`}
          value={text}
          onChange={event => receive(event.target.value)}
          aria-label="Body of the answer, or what the browser says"
          placeholder='Body, like {"message":"Unauthorized"}'
          autoComplete="off"
          spellCheck={false}
          className="control mono col-span-2 h-8 w-full px-2.5 max-md:h-10 [&::-webkit-calendar-picker-indicator]:opacity-50"
        />
        <datalist id={`${id}.bodies`}>
          {BODIES.map(body => (
            <option key={body} value={body} />
          ))}
        </datalist>
      </div>
      <div role="status">
        {asked && status !== '200' && found.length === 0 && (
          <Callout className="mt-2">
            Neither API Gateway nor Cognito is known to answer so: it may come from the function, or from a
            proxy in front.
          </Callout>
        )}
        {status === '200' && (
          <Callout tone="ok" className="mt-2">
            It was let through.
          </Callout>
        )}
        {status !== '200' && found.map(diagnosis => <Answer key={diagnosis.id} diagnosis={diagnosis} />)}
        {asked && hasToken && verdict && <Compared verdict={verdict} status={Number(status)} found={found} />}
      </div>
    </section>
  )
}

function Answer({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { title, meaning, lookAt, source } = diagnosis
  return (
    <Callout tone="warn" className="mt-2">
      <p>
        <strong className="font-semibold">{title}.</strong> {meaning}
      </p>
      <ul className="mt-1 list-disc pl-4">
        {lookAt.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <a href={source} target="_blank" rel="noreferrer" className="link">
        Source
      </a>
    </Callout>
  )
}

interface ComparedProps {
  readonly verdict: Verdict
  readonly status: number
  readonly found: readonly Diagnosis[]
}

/** The answer beside what this token should get there. */
function Compared({ verdict, status, found }: ComparedProps) {
  const authorizer = found.some(({ from }) => from === 'authorizer')
  if (!verdict.allowed && verdict.status === status && authorizer)
    return (
      <Callout tone="ok" className="mt-2">
        As this spec says: {verdict.message}
      </Callout>
    )
  if (verdict.allowed && authorizer)
    return (
      <Callout tone="err" className="mt-2">
        By this spec the token is let in there. So what is deployed differs: deploy the API again, and compare
        its user pool and scopes with the spec’s.
      </Callout>
    )
  return null
}
