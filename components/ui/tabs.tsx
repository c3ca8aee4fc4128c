'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from './classes'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: ReactNode
  /** Shown on hover: the whole label where it is cut. */
  readonly title?: string
}

export interface TabListProps<Id extends string> {
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** Prefix of the ids that join tab and panel: `${idBase}-tab-${id}`, `${idBase}-panel`. */
  readonly idBase: string
  /** False for tabs that show and hide parts of the page instead of filling one panel. */
  readonly hasPanel?: boolean
  /** Tabs below each other, with no look of their own. */
  readonly vertical?: boolean
  readonly className?: string
  readonly tabClassName?: string
}

const ROW =
  '-mb-px flex items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-secondary-foreground transition-colors hover:text-foreground focus-visible:rounded-chip focus-visible:shadow-(--ring-inset) aria-selected:border-primary aria-selected:text-foreground'

/** A row of tabs with a 2-px line under the selected one, or a list of them. Arrow keys, Home and End select. */
export function TabList<Id extends string>(props: TabListProps<Id>) {
  const {
    label,
    items,
    selected,
    onSelect,
    idBase,
    hasPanel = true,
    vertical,
    className,
    tabClassName,
  } = props
  const list = useRef<HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent) {
    const at = items.findIndex(({ id }) => id === selected)
    const [forward, back] = vertical ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft']
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: items.length - 1 }[event.key]
    const next = to === undefined ? undefined : items[(to + items.length) % items.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus()
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : undefined}
      onKeyDown={onKeyDown}
      className={classes('flex', vertical && 'flex-col', className)}
    >
      {items.map(item => (
        <button
          key={item.id}
          type="button"
          role="tab"
          id={`${idBase}-tab-${item.id}`}
          data-tab={item.id}
          title={item.title}
          aria-selected={item.id === selected}
          aria-controls={hasPanel ? `${idBase}-panel` : undefined}
          tabIndex={item.id === selected ? 0 : -1}
          onClick={() => onSelect(item.id)}
          className={classes(!vertical && ROW, tabClassName ?? 'px-3 font-medium')}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

export interface TabPanelProps {
  readonly idBase: string
  readonly selected: string
  readonly className?: string
  readonly children: ReactNode
}

/** What the selected tab shows. */
export function TabPanel({ idBase, selected, className, children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={`${idBase}-panel`}
      aria-labelledby={`${idBase}-tab-${selected}`}
      className={className}
    >
      {children}
    </div>
  )
}
