'use client'

import { lazy, Suspense, useId } from 'react'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { Select } from '@/components/ui/select'
import { statusIn } from '@/lib/explain/read-response'
import type { Entered } from '../entered'
import type { Inspection } from '../use-inspection'

// What every response means is a long text: the page can be used before it arrives.
const ReceivedResults = lazy(prefetchAfterLoad(() => import('./received-results')))

const STATUSES = [200, 400, 401, 403, 404, 413, 429, 500, 502, 503, 504]

export interface ReceivedPartProps {
  readonly entered: Entered
  readonly inspection: Inspection
  readonly onEnter: (change: Partial<Entered>) => void
  readonly onShowEndpoints: () => void
}

/** What a call received, explained and compared with the verdict of the endpoint. */
export function ReceivedPart({ entered, inspection, onEnter, onShowEndpoints }: ReceivedPartProps) {
  const id = useId()
  const { verdicts, called, token, valid } = inspection
  const { response, status } = entered
  const entry = status !== '' || response.trim() !== ''

  function receive(next: string) {
    const seen = statusIn(next.slice(0, 2000))
    const known = seen !== undefined && STATUSES.includes(seen)
    onEnter({ response: next, ...(known && { status: String(seen) }) })
  }

  return (
    <section className="mb-4 border-border border-b pb-4" aria-labelledby={`${id}.head`}>
      <h3 id={`${id}.head`} className="font-semibold">
        What did you get?
      </h3>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)_92px] gap-2">
        <textarea
          value={response}
          onChange={event => receive(event.target.value)}
          aria-label="Response"
          placeholder='The response: headers, {"message":"Unauthorized"}, curl -i output or a browser console message'
          autoComplete="off"
          spellCheck={false}
          rows={3}
          className="control mono scrollbar-quiet col-span-2 block w-full resize-y px-2.5 py-1.5 text-code"
        />
        <Select
          label="Endpoint that was called"
          value={called?.endpoint.id ?? ''}
          onChange={event => onEnter({ endpoint: event.target.value })}
          className="mono"
        >
          <option value="">Any endpoint</option>
          {verdicts.map(({ endpoint }) => (
            <option key={endpoint.id} value={endpoint.id}>
              {`${endpoint.method} ${endpoint.path}`}
            </option>
          ))}
        </Select>
        <Select
          label="Status"
          value={status}
          onChange={event => onEnter({ status: event.target.value })}
          className="mono"
        >
          <option value="">Status</option>
          {STATUSES.map(code => (
            <option key={code}>{code}</option>
          ))}
        </Select>
      </div>
      <div role="status">
        {entry && (
          <Suspense>
            <ReceivedResults
              response={response}
              status={status === '' ? undefined : Number(status)}
              api={valid?.model.api.type}
              verdict={token && called}
              onShow={onShowEndpoints}
            />
          </Suspense>
        )}
      </div>
    </section>
  )
}
