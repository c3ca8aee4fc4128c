'use client'

import './access-map.css'
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { downloadText } from '@/components/ui/download'
import type { AccessGraph } from '@/lib/access-map/graph'
import { type Item, layoutAccessMap, type Placed } from '@/lib/access-map/layout'
import { type AccessPath, pathOf } from '@/lib/access-map/path'
import { MapEdges } from './map-edges'
import { MapItem } from './map-item'
import { nextItem } from './move'
import { svgText } from './svg-text'
import { descriptions, sizeOf, summaryOf } from './words'

export interface AccessMapProps<Target> {
  readonly graph: AccessGraph<Target>
  /** Title of the drawing, and name of the file. */
  readonly title: string
  readonly fileName: string
  /** Shows the place where an item is defined. */
  readonly onOpen: (target: Target) => void
  readonly className?: string
}

const HEADINGS = ['Clients', 'Scopes', 'Endpoints'] as const

/**
 * Who can call what, as a drawing: clients, the scopes that they can get, and the endpoints that require them. The item
 * under the pointer, or with focus, shows its paths. It is one tab stop, and arrow keys move in it.
 */
export function AccessMap<Target>({ graph, title, fileName, onOpen, className }: AccessMapProps<Target>) {
  const hintId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [followed, setFollowed] = useState<string>()
  const [stop, setStop] = useState<string>()
  const toggledKey = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening a group moves it, and it must stay in view
  useLayoutEffect(() => {
    if (toggledKey.current !== undefined) find(toggledKey.current)?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  const layout = useMemo(() => layoutAccessMap(graph, opened), [graph, opened])
  const describe = useMemo(() => descriptions(graph), [graph])
  const items = useMemo(() => new Map(layout.columns.flat().map(({ item }) => [item.key, item])), [layout])
  const path = useMemo(() => {
    const item = followed === undefined ? undefined : items.get(followed)
    return item && pathOf(graph, keysOf(item))
  }, [graph, items, followed])
  const tabStop = stop !== undefined && items.has(stop) ? stop : layout.columns.flat()[0]?.item.key

  return (
    <div className={classes('access-map', className)}>
      <div className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-s">
        <span>{sizeOf(graph)}</span>
        {summaryOf(graph).map(text => (
          <Badge key={text} tone="warn">
            {text}
          </Badge>
        ))}
        <Button
          small
          look="quiet"
          icon="download"
          className="ml-auto print:hidden"
          onClick={() => downloadText(fileName, svgText(layout, title), 'image/svg+xml')}
        >
          Download SVG
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form */}
      <div
        ref={box}
        role="group"
        aria-label="Access map"
        aria-describedby={hintId}
        className="access-map-scroll"
      >
        <p id={hintId} className="sr-only">
          Arrow keys move between the items. Enter shows where an item is defined, or opens a group.
        </p>
        <div className="access-map-grid access-map-head pb-1 text-muted-foreground text-s" aria-hidden="true">
          {HEADINGS.map((heading, i) => (
            <span key={heading} style={{ gridColumn: 2 * i + 1 }}>
              {heading}
            </span>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the events of its buttons, handled in one place */}
        <div
          className="access-map-grid"
          style={{ ['--rows' as string]: layout.rows }}
          onClick={activate}
          onKeyDown={move}
          onPointerOver={({ target }) => setFollowed(keyAt(target))}
          onPointerLeave={() => setFollowed(undefined)}
          onFocus={({ target }) => {
            const key = keyAt(target)
            setStop(key)
            if (target.matches(':focus-visible')) setFollowed(key)
          }}
          onBlur={() => setFollowed(undefined)}
        >
          {layout.columns.map((column, i) => (
            <div key={HEADINGS[i]} style={{ display: 'contents' }}>
              <div className="access-map-column">
                {column.map(placed => (
                  <MapItem
                    key={placed.item.key}
                    {...placed}
                    state={stateOf(placed, path)}
                    isTabStop={placed.item.key === tabStop}
                    description={describe(placed.item)}
                  />
                ))}
              </div>
              {i < 2 && <MapEdges edges={layout.edges[i] ?? []} rows={layout.rows} path={path} />}
            </div>
          ))}
        </div>
      </div>
    </div>
  )

  function activate({ target }: MouseEvent) {
    const key = keyAt(target)
    const item = key === undefined ? undefined : items.get(key)
    if (!item) return
    if (item.type === 'group') {
      toggledKey.current = item.key
      setOpened(toggled(opened, item.key))
    } else if (item.target !== undefined) onOpen(item.target)
  }

  function move(event: KeyboardEvent) {
    const key = keyAt(event.target)
    const next = key === undefined ? undefined : nextItem(layout, key, event.key)
    if (next === undefined) return
    event.preventDefault()
    find(next)?.focus()
  }

  function find(key: string) {
    return box.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)
  }
}

const keyAt = (element: EventTarget): string | undefined =>
  element instanceof Element ? element.closest<HTMLElement>('[data-item]')?.dataset.item : undefined

/** The nodes of the graph that an item shows. */
const keysOf = (item: Item): readonly string[] =>
  item.type === 'group' ? item.members.map(({ key }) => key) : [item.key]

function stateOf({ item }: Placed, path: AccessPath | undefined): 'lit' | 'dim' | undefined {
  if (!path) return undefined
  return keysOf(item).some(key => path.nodes.has(key)) ? 'lit' : 'dim'
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const changed = new Set(set)
  if (!changed.delete(key)) changed.add(key)
  return changed
}
