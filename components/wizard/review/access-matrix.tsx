'use client'

import { useMemo, useState } from 'react'
import type { Valid } from '@/components/session/engine'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { accessMatrix, SCOPES_BIND_TO_THE_APP } from '@/lib/authorize/access-matrix'
import { MatrixRow } from './matrix-row'
import { Section } from './section'

/** Beyond this many rows the rest waits for a click. */
const FIRST = 100

/** Which client can call which endpoint, and with which scope. */
export function AccessMatrix({ compiled, stale }: { readonly compiled: Valid; readonly stale: boolean }) {
  const { model } = compiled
  const { clients, rows } = useMemo(() => accessMatrix(model), [model])
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, FIRST)
  return (
    <Section
      title="Access matrix"
      stale={stale}
      aside={
        <span className="font-normal text-muted-foreground text-s">
          Which client can call which endpoint, and with which scope
        </span>
      }
    >
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label="Access matrix"
        className="scrollbar-quiet overflow-x-auto rounded-card border border-border-strong bg-card"
      >
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">Endpoints and the clients that may call them</caption>
          <thead>
            <tr className="h-7 bg-background text-left text-muted-foreground text-s">
              <th scope="col" className="sticky left-0 z-10 bg-background pl-3 font-normal">
                Endpoint
              </th>
              {clients.map(({ name }) => (
                <th key={name} scope="col" title={name} className="mono max-w-40 truncate px-3 font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <MatrixRow
                key={`${row.endpoint.method} ${row.endpoint.path}`}
                row={row}
                http={model.api.type === 'http'}
              />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < rows.length && (
        <Button look="quiet" small className="mt-2" onClick={() => setAll(true)}>
          Show all {rows.length} endpoints
        </Button>
      )}
      <Legend />
      <p className="mt-2 max-w-190 text-secondary-foreground text-s">{SCOPES_BIND_TO_THE_APP}</p>
    </Section>
  )
}

function Legend() {
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-s [&>span]:flex [&>span]:items-center [&>span]:gap-1.5">
      <span>
        <Icon name="check" size={14} />
        can call it, with this scope
      </span>
      <span>
        <Icon name="minus" size={14} />
        cannot call it
      </span>
      <span>
        <Icon name="warning" size={14} />
        no client can call it
      </span>
    </p>
  )
}
