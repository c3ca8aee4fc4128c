'use client'

import { useDerived } from '@/components/fields/binding'
import { FieldMessage } from '@/components/fields/field'
import { useErrorCount, useErrors } from '@/components/session/hooks'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TabList } from '@/components/ui/tabs'
import type { FieldPath } from '@/lib/document/field-path'

export interface MemberTabsProps {
  readonly list: FieldPath
  /** The key that names a member. */
  readonly nameKey: string
  readonly label: string
  readonly unnamed: string
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly addLabel: string
  readonly onAdd: () => void
}

/** The members of a list as tabs, each with its problems, and a button that adds one. */
export function MemberTabs(props: MemberTabsProps) {
  const { list, nameKey, label, unnamed, selected, onSelect, addLabel, onAdd } = props
  const names = useDerived<readonly Record<string, unknown>[] | undefined, readonly string[]>(list, members =>
    (members ?? []).map(member => String(member?.[nameKey] ?? '')),
  )
  const error = useErrors().find(({ path }) => path === list)
  return (
    <>
      <div className="flex flex-none items-stretch border-line border-b px-4 pad:px-6 vast:px-10">
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
            label: <MemberTab path={`${list}.${index}`} name={name || unnamed} />,
          }))}
        />
        <Button look="quiet" small icon="plus" data-field={list} onClick={onAdd} className="my-1 ml-2">
          {addLabel}
        </Button>
      </div>
      {error && <FieldMessage className="px-4 pt-3 pad:px-6 vast:px-10">{error.message}</FieldMessage>}
    </>
  )
}

function MemberTab({ path, name }: { readonly path: FieldPath; readonly name: string }) {
  const problems = useErrorCount([path])
  return (
    <>
      <span className="max-w-50 truncate py-1">{name}</span>
      {problems > 0 && (
        <>
          <Icon name="error" size={14} className="text-err" />
          <span className="sr-only">
            {problems} {problems === 1 ? 'problem' : 'problems'}
          </span>
        </>
      )}
    </>
  )
}
