'use client'

import { useFieldSelector } from '@/components/fields/form-hooks'
import { type DeclaredScope, declaredScopes, reservedScopes } from '@/components/fields/scopes'
import type { ItemId } from '@/components/session/item-ids'
import type { FormValues } from '@/components/session/session'
import { Button, IconButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { MenuButton } from '@/components/ui/menu'
import { auths, withAuth } from './endpoint'
import type { Rows } from './rows'

export interface BulkBarProps {
  readonly rows: Rows
  readonly selected: ReadonlySet<ItemId>
  /** The rows that the filter leaves. */
  readonly shown: ReadonlySet<ItemId>
  readonly total: number
  readonly onDelete: () => void
  readonly onSelectAll: () => void
}

/** The actions on all selected endpoints. */
export function BulkBar({ rows, selected, shown, total, onDelete, onSelectAll }: BulkBarProps) {
  const declared = useFieldSelector<FormValues['resourceServers'], readonly DeclaredScope[]>(
    'resourceServers',
    declaredScopes,
  )
  const chosen = rows.read(selected)
  const allShown = shown.size > 0 && [...shown].every(id => selected.has(id))
  const used = [...new Set(chosen.flatMap(({ scopes }) => scopes))]
  const addable = [...declared.map(({ full }) => full), ...reservedScopes.keys()].filter(
    scope => !chosen.every(({ scopes }) => scopes.includes(scope)),
  )
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-1 rounded-t-[7px] bg-card pr-2 pl-9 @max-[680px]:pl-3">
      <Checkbox
        checked={allShown}
        mixed={!allShown}
        onChange={onSelectAll}
        aria-label={shown.size < total ? 'Select all endpoints shown' : 'Select all endpoints'}
        className="mr-1.5"
      />
      <span className="font-semibold tabular-nums">
        {selected.size} of {total} selected
      </span>
      <span className="mx-1 h-4 w-px bg-border-strong" />
      <MenuButton
        menuLabel="Authorization of the selected"
        look="quiet"
        small
        icon="key"
        after="chevron-down"
        items={auths.map(({ value, label, icon }) => ({
          id: value,
          label,
          icon,
          onSelect: () =>
            rows.change('Change authorization', selected, endpoint => withAuth(endpoint, value)),
        }))}
      >
        Authorization
      </MenuButton>
      <MenuButton
        menuLabel="Add a scope to the selected"
        look="quiet"
        small
        icon="plus"
        items={addable.map(scope => ({
          id: scope,
          label: scope,
          onSelect: () =>
            rows.change('Add scope to endpoints', selected, endpoint =>
              endpoint.scopes.includes(scope)
                ? endpoint
                : { ...endpoint, auth: 'access_token', scopes: [...endpoint.scopes, scope] },
            ),
        }))}
      >
        Add scope
      </MenuButton>
      <MenuButton
        menuLabel="Remove a scope from the selected"
        look="quiet"
        small
        icon="minus"
        disabled={used.length === 0}
        items={used.map(scope => ({
          id: scope,
          label: scope,
          onSelect: () =>
            rows.change('Remove scope from endpoints', selected, endpoint => ({
              ...endpoint,
              scopes: endpoint.scopes.filter(one => one !== scope),
            })),
        }))}
      >
        Remove scope
      </MenuButton>
      <Button look="quiet" small icon="copy" onClick={() => rows.select(new Set(rows.duplicate(selected)))}>
        Duplicate
      </Button>
      <Button look="quiet" small icon="trash" onClick={onDelete}>
        Delete
      </Button>
      <span className="flex-1" />
      <IconButton icon="cross" label="Clear the selection" onClick={() => rows.select(new Set())} />
    </div>
  )
}
