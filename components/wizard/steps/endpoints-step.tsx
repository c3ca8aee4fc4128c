'use client'

import { useMemo, useRef, useState } from 'react'
import { useSession } from '@/components/session/session'
import { useField } from '@/components/session/use-field'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SearchInput } from '@/components/ui/search-input'
import { ApiFields } from '../endpoints/api-fields'
import { Audiences } from '../endpoints/audiences'
import { type Endpoint, MAX_ENDPOINTS, newEndpoint } from '../endpoints/endpoint'
import { EndpointTable } from '../endpoints/endpoint-table'
import { Obtainable, useObtainableScopes } from '../endpoints/obtainable'
import { PasteBox } from '../endpoints/paste-box'
import { useRows } from '../endpoints/rows'
import { StepHead } from '../step-parts'

/** Step 4: the endpoints of the API and the scopes they require. */
export default function EndpointsStep() {
  const { rows, ids, open, selected } = useRows()
  const { focus } = useSession()
  const addButton = useField('endpoints')
  const [filter, setFilter] = useState('')
  const [pasting, setPasting] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const pasteButton = useRef<HTMLButtonElement>(null)
  // While a row is edited it stays visible, even when it no longer matches.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are matched again when the filter or the rows change, not on every keystroke
  const visible = useMemo(() => rows.matching(filter), [filter, ids])

  function add(endpoint: Endpoint) {
    rows.add([endpoint])
    show(ids.length)
  }

  function show(index: number, reveal = true) {
    setFilter('')
    if (reveal) focus.reveal(`endpoints.${index}.path`)
  }

  function closePaste() {
    setPasting(false)
    pasteButton.current?.focus()
  }

  return (
    <Obtainable value={useObtainableScopes()}>
      <StepHead
        title="Endpoints"
        actions={
          <>
            <SearchInput
              label="Filter endpoints"
              value={filter}
              onChange={setFilter}
              className="w-44 max-md:w-full"
            />
            <Button
              small
              icon="clipboard"
              ref={pasteButton}
              aria-expanded={pasting}
              onClick={() => setPasting(!pasting)}
            >
              Paste endpoints
            </Button>
            <Button small icon="plus" {...addButton} onClick={() => add(newEndpoint)}>
              Add endpoint
            </Button>
          </>
        }
      >
        Methods, paths and required scopes.
      </StepHead>
      <div
        ref={scroller}
        className="scrollbar-quiet @container min-h-0 flex-1 overflow-y-auto overflow-x-hidden"
      >
        <div className="grid grid-cols-1 content-start gap-4 px-4 pt-2 pb-6 md:px-6 2xl:px-10">
          <ApiFields />
          <Audiences />
          {pasting && <PasteBox onAdded={show} onClose={closePaste} />}
          {ids.length > MAX_ENDPOINTS && (
            <Callout tone="err">One API can have {MAX_ENDPOINTS} endpoints: split the service.</Callout>
          )}
          {ids.length === 0 ? (
            <Callout>
              No endpoint yet.{' '}
              <button type="button" className="link" onClick={() => setPasting(true)}>
                Paste endpoints
              </button>{' '}
              as lines, curl commands or OpenAPI, or{' '}
              <button type="button" className="link" onClick={() => add(newEndpoint)}>
                add one
              </button>
              .
            </Callout>
          ) : (
            <EndpointTable
              rows={rows}
              ids={ids}
              open={open}
              selected={selected}
              visible={visible}
              filtered={filter.trim() !== ''}
              scroller={scroller}
              onHidden={() => setFilter('')}
            />
          )}
          {filter !== '' && visible.length === 0 && (
            <p className="text-muted-foreground">No endpoint has “{filter}” in it.</p>
          )}
        </div>
      </div>
    </Obtainable>
  )
}
