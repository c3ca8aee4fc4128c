'use client'

import { FieldMessage } from '@/components/fields/field'
import { useFieldSelector } from '@/components/fields/form-hooks'
import { useErrorCount, useErrors } from '@/components/session/hooks'
import { useField } from '@/components/session/use-field'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TabList } from '@/components/ui/tabs'
import type { FieldPath } from '@/lib/document/field-path'

export interface ItemTabsProps {
  readonly list: FieldPath
  /** The key whose value names an item. */
  readonly nameKey: string
  readonly label: string
  readonly unnamed: string
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly addLabel: string
  readonly onAdd: () => void
}

/** The items of a list as tabs, each with its number of problems, and a button that adds one. */
export function ItemTabs(props: ItemTabsProps) {
  const { list, nameKey, label, unnamed, selected, onSelect, addLabel, onAdd } = props
  const names = useFieldSelector<readonly Record<string, unknown>[] | undefined, readonly string[]>(
    list,
    items => (items ?? []).map(item => String(item?.[nameKey] ?? '')),
  )
  const addButton = useField(list)
  const error = useErrors().find(({ path }) => path === list)
  return (
    <>
      <div className="flex flex-none items-stretch border-border border-b px-4 md:px-6 2xl:px-10">
        <TabList
          label={label}
          idBase={list}
          selected={String(selected)}
          onSelect={id => onSelect(Number(id))}
          className="scrollbar-quiet -mb-px min-w-0 flex-1 gap-1 overflow-x-auto overflow-y-hidden"
          tabClassName="mono min-h-9 px-2 leading-none !mb-0"
          items={names.map((name, index) => ({
            id: String(index),
            title: name,
            label: <ItemTab path={`${list}.${index}`} name={name || unnamed} />,
          }))}
        />
        <Button look="quiet" small icon="plus" {...addButton} onClick={onAdd} className="my-1 ml-2">
          {addLabel}
        </Button>
      </div>
      {error && <FieldMessage className="px-4 pt-3 md:px-6 2xl:px-10">{error.message}</FieldMessage>}
    </>
  )
}

function ItemTab({ path, name }: { readonly path: FieldPath; readonly name: string }) {
  const problems = useErrorCount([path])
  return (
    <>
      <span className="max-w-50 truncate py-1">{name}</span>
      {problems > 0 && (
        <>
          <Icon name="error" size={14} className="text-destructive" />
          <span className="sr-only">
            {problems} {problems === 1 ? 'problem' : 'problems'}
          </span>
        </>
      )}
    </>
  )
}
