import { memo } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { MethodBadge } from '@/components/ui/method-badge'
import { PathText } from '@/components/ui/path-text'
import type { CredentialNode } from '@/lib/access-map/graph'
import type { Item } from '@/lib/access-map/layout'
import { noteOf } from './words'

export interface MapItemProps {
  readonly item: Item
  readonly row: number
  readonly isInside: boolean
  /** Part of the path that is followed, or not; undefined when none is. */
  readonly state: 'lit' | 'dim' | undefined
  /** It is the one that Tab leads to. */
  readonly isTabStop: boolean
  readonly description: string
}

/** A client, a credential, an endpoint or a group of endpoints: a button with its name, and what stands out about it. */
export const MapItem = memo(function MapItem(props: MapItemProps) {
  const { item, row, isInside, state, isTabStop, description } = props
  const note = noteOf(item)
  return (
    <button
      type="button"
      data-item={item.key}
      data-state={state}
      data-noted={note === undefined ? undefined : ''}
      tabIndex={isTabStop ? 0 : -1}
      title={`${item.label} (${description})`}
      aria-expanded={item.type === 'group' ? item.isOpen : undefined}
      style={{ top: `calc(var(--row) * ${row})` }}
      className={classes('access-map-item', `access-map-${lookOf(item)}`, isInside && 'inside')}
    >
      <Label item={item} />
      {note !== undefined && (
        <span aria-hidden="true" className="access-map-note">
          <Icon name="warning" size={12} />
          <span>{note}</span>
        </span>
      )}
      <span className="sr-only">, {description}</span>
    </button>
  )
})

const lookOf = (item: Item) => (item.type === 'credential' && item.kind !== 'scope' ? 'other' : item.type)

const icons: Readonly<Partial<Record<CredentialNode['kind'], IconName>>> = {
  'id-token': 'person',
  'any-token': 'key',
  iam: 'locked',
  custom: 'shield',
  none: 'unlocked',
  unknown: 'info',
}

function Label({ item }: { readonly item: Item }) {
  switch (item.type) {
    case 'client':
      return <span className="access-map-name mono truncate">{item.label}</span>
    case 'credential': {
      const icon = icons[item.kind]
      return icon ? (
        <>
          <Icon name={icon} size={14} className="text-muted-foreground" />
          <span className="access-map-name truncate">{item.label}</span>
        </>
      ) : (
        <ScopeText fullScope={item.label} />
      )
    }
    case 'endpoint':
      return (
        <>
          {item.method && <MethodBadge method={item.method} className="access-map-method" />}
          <PathText path={item.path} className="access-map-path min-w-0 flex-1" />
        </>
      )
    case 'group':
      return (
        <>
          <Icon name={item.isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
          <PathText path={item.label} className="access-map-path min-w-0 flex-1" />
          <span className="text-muted-foreground text-s tabular-nums">{item.members.length}</span>
        </>
      )
  }
}

/** The identifier gives way first: scopes differ by their names. */
function ScopeText({ fullScope }: { readonly fullScope: string }) {
  const at = fullScope.lastIndexOf('/') + 1
  return (
    <span className="access-map-scope mono flex min-w-0">
      {at > 0 && (
        <span className="access-map-name min-w-0 truncate text-muted-foreground">
          {fullScope.slice(0, at)}
        </span>
      )}
      <span className="access-map-name max-w-full shrink-0 truncate">{fullScope.slice(at)}</span>
    </span>
  )
}
