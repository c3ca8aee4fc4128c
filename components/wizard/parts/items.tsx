'use client'

import { useEffect, useState } from 'react'
import { FieldMessage } from '@/components/fields/field'
import { useFieldSelector } from '@/components/fields/form-hooks'
import { useFieldError } from '@/components/session/hooks'
import { useField } from '@/components/session/use-field'
import { Button } from '@/components/ui/button'
import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { SearchInput } from '@/components/ui/search-input'
import { TabList } from '@/components/ui/tabs'
import type { FieldPath } from '@/lib/document/field-path'
import { ItemLabel } from './item-label'

export type Item = Readonly<Record<string, unknown>>

export interface ItemsProps {
  readonly list: FieldPath
  /** The key whose value names an item. */
  readonly nameKey: string
  /** What a long list shows of an item next to its name. */
  readonly details: (item: Item) => string
  readonly label: string
  readonly unnamed: string
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly addLabel: string
  /** Adds an item, or the kinds of items to choose from. */
  readonly onAdd: (() => void) | readonly MenuItem[]
}

/** Beyond this many tabs most of a row would be cut off: a list with a filter takes its place. */
const MAX_TABS = 6

const ROW =
  'flex min-h-8 w-full flex-none items-center gap-2 px-4 text-secondary-foreground hover:bg-accent focus-visible:shadow-[inset_0_0_0_2px_var(--primary)] aria-selected:bg-primary-soft aria-selected:text-foreground aria-selected:shadow-[inset_2px_0_0_var(--primary)] aria-selected:focus-visible:shadow-[inset_0_0_0_2px_var(--primary)] md:px-6 2xl:px-10'

/** The items of a list, each with its number of problems, and a button that adds one. */
export function Items(props: ItemsProps) {
  const { list, nameKey, details, label, unnamed, selected, onSelect, addLabel, onAdd } = props
  const [filter, setFilter] = useState('')
  const items = useFieldSelector<readonly Item[] | undefined, readonly Row[]>(list, all =>
    (all ?? []).map(item => ({ name: String(item?.[nameKey] ?? ''), details: details(item) })),
  )
  const addButton = useField(list)
  const error = useFieldError(list)
  const isLong = items.length > MAX_TABS
  const wanted = isLong ? filter.trim().toLowerCase() : ''
  const shown = items.flatMap((row, index) =>
    // The open item stays in the list even when it does not match.
    index === selected || `${row.name} ${row.details}`.toLowerCase().includes(wanted) ? [index] : [],
  )
  useEffect(() => {
    document
      .getElementById(`${list}-tab-${selected}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [list, selected])

  const tabs = (
    <TabList
      label={label}
      idBase={list}
      selected={String(selected)}
      onSelect={id => onSelect(Number(id))}
      vertical={isLong}
      className={
        isLong
          ? 'scrollbar-quiet max-h-48 overflow-y-auto border-border border-t max-md:max-h-36'
          : 'scrollbar-quiet -mb-px min-w-0 flex-1 gap-1 overflow-x-auto overflow-y-hidden'
      }
      tabClassName={isLong ? ROW : 'mono min-h-9 px-2 leading-none !mb-0'}
      items={shown.map(index => ({
        id: String(index),
        title: items[index]?.name ?? '',
        label: (
          <ItemLabel
            path={`${list}.${index}`}
            name={items[index]?.name || unnamed}
            details={isLong ? items[index]?.details : undefined}
          />
        ),
      }))}
    />
  )
  const button = { look: 'quiet', small: true, icon: 'plus', className: 'my-1 ml-2', ...addButton } as const
  const add =
    typeof onAdd === 'function' ? (
      <Button {...button} onClick={onAdd}>
        {addLabel}
      </Button>
    ) : (
      <MenuButton {...button} menuLabel={addLabel} items={onAdd} align="end">
        {addLabel}
      </MenuButton>
    )
  return (
    <>
      {isLong ? (
        <div className="flex-none border-border border-b">
          <div className="flex items-center gap-2 px-4 md:px-6 2xl:px-10">
            <SearchInput
              label={`Filter: ${label.toLowerCase()}`}
              value={filter}
              onChange={setFilter}
              className="min-w-0 flex-1"
            />
            <span role="status" className="text-muted-foreground text-s tabular-nums">
              {wanted !== '' && `${shown.length} of `}
              {items.length}
            </span>
            {add}
          </div>
          {tabs}
        </div>
      ) : (
        <div className="flex flex-none items-stretch border-border border-b px-4 md:px-6 2xl:px-10">
          {tabs}
          {add}
        </div>
      )}
      {error && <FieldMessage className="px-4 pt-3 md:px-6 2xl:px-10">{error.message}</FieldMessage>}
    </>
  )
}

interface Row {
  readonly name: string
  readonly details: string
}
