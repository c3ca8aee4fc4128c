'use client'

import { type KeyboardEvent, memo, type PointerEvent } from 'react'
import { FieldMessage } from '@/components/fields/field'
import { useFieldValue } from '@/components/fields/form-hooks'
import { useProblemsInside } from '@/components/session/hooks'
import type { ItemId } from '@/components/session/item-ids'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { Chip } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { MethodBadge } from '@/components/ui/method-badge'
import { PathText } from '@/components/ui/path-text'
import { authOf, type Endpoint } from './endpoint'
import { useObtainable } from './obtainable'

export interface EndpointRowProps {
  readonly id: ItemId
  readonly index: number
  readonly open: boolean
  readonly selected: boolean
  /** Rows cannot be moved while a filter hides some of them. */
  readonly movable: boolean
  readonly onToggle: (id: ItemId) => void
  readonly onSelect: (id: ItemId, selected: boolean, range: boolean) => void
  readonly onMove: (id: ItemId, by: number) => void
  readonly onDrag: (id: ItemId, event: PointerEvent<HTMLElement>) => void
}

/** The columns of the table, for its head and its rows; two lines where there is no room. */
export const columns =
  'grid grid-cols-[14px_16px_60px_minmax(0,132fr)_100px_minmax(0,160fr)_minmax(0,120fr)_24px] items-center gap-x-2.5 pr-2 pl-3 @[800px]:grid-cols-[14px_16px_60px_minmax(0,132fr)_100px_minmax(0,160fr)_minmax(0,184fr)_24px] @max-[680px]:grid-cols-[16px_auto_minmax(0,1fr)_36px]'

/** One endpoint on one line, with what is wrong with it below. */
export const EndpointRow = memo(function EndpointRow(props: EndpointRowProps) {
  const { id, index, open, selected, movable, onToggle, onSelect, onMove, onDrag } = props
  const path = `endpoints.${index}`
  const endpoint = useFieldValue<Endpoint>(path)
  const errors = useProblemsInside(path)
  if (!endpoint) return null
  const name = `${endpoint.method} ${endpoint.path}`
  const bad = errors.length > 0 && !open
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || !movable) return
    event.preventDefault()
    onMove(id, by)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the whole line is a larger target for the button at its end
    <div
      onKeyDown={event => event.altKey && onKeyDown(event)}
      onClick={event => {
        const { target } = event
        if (target instanceof Element && !target.closest('input, button, a')) onToggle(id)
      }}
      className={classes(
        columns,
        'relative min-h-9 cursor-pointer border-border border-t @max-[680px]:min-h-14 @max-[680px]:py-1',
        open
          ? 'bg-background'
          : bad
            ? 'bg-destructive-soft shadow-[inset_2px_0_0_var(--destructive)]'
            : selected
              ? 'bg-primary-soft shadow-[inset_2px_0_0_var(--primary)]'
              : 'hover:bg-accent',
      )}
    >
      <button
        type="button"
        aria-label={`Move ${name}: arrow keys`}
        title={movable ? 'Drag, or use the arrow keys' : 'Clear the filter to move rows'}
        disabled={!movable}
        data-grip={id}
        onKeyDown={event => !event.altKey && onKeyDown(event)}
        onPointerDown={event => onDrag(id, event)}
        className="grid h-9 touch-none cursor-grab place-items-center text-muted-foreground opacity-60 hover:opacity-100 disabled:cursor-default disabled:opacity-30 @max-[680px]:hidden"
      >
        <Icon name="grip" size={14} />
      </button>
      <Checkbox
        checked={selected}
        aria-label={`Select ${name}`}
        onChange={() => {}}
        onClick={event => onSelect(id, event.currentTarget.checked, event.shiftKey)}
      />
      <MethodBadge method={endpoint.method} />
      <span className="mono min-w-0 @max-[680px]:col-span-1">
        {endpoint.path ? (
          <PathText path={endpoint.path} />
        ) : (
          <span className="text-muted-foreground">no path</span>
        )}
      </span>
      <AuthWord endpoint={endpoint} />
      <ScopeChips endpoint={endpoint} />
      <span className="mono truncate text-secondary-foreground @max-[680px]:hidden" title={endpoint.handler}>
        {endpoint.handler}
      </span>
      <button
        type="button"
        aria-expanded={open}
        aria-label={`${open ? 'Close' : 'Open'} ${name}`}
        onClick={() => onToggle(id)}
        className="grid size-6 place-items-center rounded-chip text-muted-foreground hover:bg-accent @max-[680px]:col-start-4 @max-[680px]:row-span-2 @max-[680px]:row-start-1 @max-[680px]:size-9"
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
      </button>
      {bad && (
        <div className="col-start-4 col-end-[-1] -mt-1 pb-2 @max-[680px]:col-start-1">
          {errors.map(error => (
            <FieldMessage key={`${error.path} ${error.code}`}>{error.message}</FieldMessage>
          ))}
        </div>
      )}
    </div>
  )
})

function AuthWord({ endpoint }: { readonly endpoint: Endpoint }) {
  const { icon, label } = authOf(endpoint.auth)
  return (
    <span className="flex items-center gap-1.5 text-secondary-foreground text-s @max-[680px]:col-start-2 @max-[680px]:row-start-2">
      <Icon name={icon} size={14} className="text-muted-foreground" />
      {label}
    </span>
  )
}

function ScopeChips({ endpoint }: { readonly endpoint: Endpoint }) {
  const obtainable = useObtainable()
  const box = 'flex min-w-0 flex-wrap gap-1 py-1 @max-[680px]:col-start-3 @max-[680px]:row-start-2'
  if (endpoint.auth === 'id_token')
    return <span className={classes(box, 'text-muted-foreground text-s')}>An access token gets 401</span>
  if (endpoint.auth === 'iam')
    return <span className={classes(box, 'text-muted-foreground text-s')}>A token gets 403</span>
  if (endpoint.auth === 'none')
    return <span className={classes(box, 'text-muted-foreground text-s')}>Anyone can call it</span>
  const scopes = endpoint.scopes ?? []
  return (
    <span className={box}>
      {scopes.map(scope => (
        <Chip key={scope} title={scope} prefix={scope.includes('/') ? '…/' : undefined}>
          {scope.slice(scope.lastIndexOf('/') + 1)}
        </Chip>
      ))}
      {scopes.length > 0 && !scopes.some(scope => obtainable.has(scope)) && (
        <Badge tone="warn" icon="warning" title="No client can get any of these scopes">
          No client
        </Badge>
      )}
    </span>
  )
}
