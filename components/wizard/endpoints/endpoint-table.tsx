'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'
import { Checkbox } from '@/components/ui/checkbox'
import { classes } from '@/components/ui/classes'
import { requestedIndex, useRevealRequest } from '../reveal-request'
import { BulkBar } from './bulk-bar'
import { EndpointEditor } from './endpoint-editor'
import { columns, EndpointRow } from './endpoint-row'
import { useRowActions } from './row-actions'
import { useRowRemoval } from './row-removal'
import type { Rows } from './rows'
import { useRowDrag } from './use-row-drag'

export interface EndpointTableProps {
  readonly rows: Rows
  readonly ids: readonly ItemId[]
  readonly open: ItemId | undefined
  readonly selected: ReadonlySet<ItemId>
  /** The places of the rows that the filter leaves. */
  readonly visible: readonly number[]
  readonly filtered: boolean
  readonly scroller: RefObject<HTMLDivElement | null>
  /** A row is to be shown that the filter hides. */
  readonly onHidden: () => void
}

const ROW = 37
const EDITOR = 260

/** All endpoints. Only the rows in sight are on the page: three hundred cost no more than twenty. */
export function EndpointTable(props: EndpointTableProps) {
  const { rows, ids, open, selected, visible, filtered, scroller, onHidden } = props
  const list = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  const virtual = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => (ids[visible[at] ?? -1] === open ? ROW + EDITOR : ROW),
    getItemKey: at => ids[visible[at] ?? -1] ?? at,
    overscan: 10,
    scrollMargin: margin,
    initialRect: { width: 800, height: 800 },
  })
  useLayoutEffect(() => {
    const top = scroller.current?.getBoundingClientRect().top ?? 0
    const above = (list.current?.getBoundingClientRect().top ?? 0) - top + (scroller.current?.scrollTop ?? 0)
    if (Math.abs(above - margin) > 1) setMargin(above)
  })
  const shown = new Set(visible.flatMap(index => ids[index] ?? []))
  const actions = useRowActions(rows, list)
  const { remove, dialog } = useRowRemoval(rows, shown)
  const selectAll = () => rows.select([...shown].every(id => selected.has(id)) ? new Set() : shown)
  const { drag, startDrag } = useRowDrag(
    scroller,
    list,
    y => virtual.getVirtualItemForOffset(y + margin)?.index ?? 0,
    rows.move,
  )
  const request = useRevealRequest()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request, or the row that it waits for, moves the table
  useEffect(() => {
    const index = requestedIndex(request, 'endpoints')
    const id = index === undefined ? undefined : ids[index]
    if (index === undefined || id === undefined) return
    rows.setOpen(id)
    const at = visible.indexOf(index)
    if (at < 0) onHidden()
    else virtual.scrollToIndex(at, { align: 'auto' })
  }, [request, ids, visible])

  return (
    <div className="rounded-card border border-border-strong bg-card">
      <div
        className={classes(
          'sticky top-0 z-20 rounded-t-[7px] border-border border-b bg-card',
          selected.size === 0 && '@max-[680px]:hidden',
        )}
      >
        {selected.size > 0 && (
          <BulkBar
            rows={rows}
            selected={selected}
            shown={shown}
            total={ids.length}
            onDelete={() => remove(selected)}
            onSelectAll={selectAll}
          />
        )}
        <div
          className={classes(
            columns,
            'h-7 bg-background text-muted-foreground text-s @max-[680px]:hidden',
            selected.size > 0 ? 'border-border border-t' : 'rounded-t-[7px]',
          )}
        >
          <span />
          {selected.size > 0 ? (
            <span />
          ) : (
            <Checkbox
              checked={false}
              onChange={selectAll}
              aria-label="Select all endpoints"
              disabled={visible.length === 0}
            />
          )}
          <span>Method</span>
          <span>Path</span>
          <span>Authorization</span>
          <span>Scopes, any of</span>
          <span>Handler</span>
        </div>
      </div>
      <div ref={list} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const index = visible[item.index]
          const id = index === undefined ? undefined : ids[index]
          if (index === undefined || id === undefined) return null
          const isOpen = id === open
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes('absolute inset-x-0 top-0', drag?.id === id && 'opacity-50')}
              style={{ transform: `translateY(${item.start - margin}px)` }}
            >
              {drag?.to === item.index && drag.id !== id && <DropLine after={ids.indexOf(drag.id) < index} />}
              <EndpointRow
                id={id}
                index={index}
                open={isOpen}
                selected={selected.has(id)}
                movable={!filtered}
                onToggle={actions.toggle}
                onSelect={actions.select}
                onMove={actions.moveBy}
                onDrag={startDrag}
              />
              {isOpen && (
                <EndpointEditor
                  key={id}
                  id={id}
                  index={index}
                  onDuplicate={() => rows.setOpen(rows.duplicate(new Set([id]))[0])}
                  onDelete={() => remove(new Set([id]))}
                />
              )}
            </div>
          )
        })}
      </div>
      <p role="status" className="sr-only">
        {actions.announcement}
      </p>
      {dialog}
    </div>
  )
}

function DropLine({ after }: { readonly after: boolean }) {
  return (
    <div className={classes('absolute inset-x-0 z-10 h-0.5 bg-primary', after ? '-bottom-px' : '-top-px')} />
  )
}
