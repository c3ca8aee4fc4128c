'use client'

import { Field } from '@/components/fields/field'
import { useFieldSelector } from '@/components/fields/form-hooks'
import { useFocusedField } from '@/components/session/hooks'
import type { FormValues } from '@/components/session/session'
import { useSession } from '@/components/session/session'
import { useField } from '@/components/session/use-field'
import { Button } from '@/components/ui/button'
import { child, type FieldPath } from '@/lib/document/field-path'
import { useScopeRemoval } from './removal'
import { ScopeRow } from './scope-row'

type Scope = FormValues['resourceServers'][number]['scopes'][number]

export interface ScopeTableProps {
  readonly path: FieldPath
  readonly server: number
}

const NO_SCOPES =
  'Without scopes the identifier is only an audience: for access tokens requested with resource=, bound to this resource.'

/** The scopes of one resource server: a row each, and one that adds. */
export function ScopeTable({ path, server }: ScopeTableProps) {
  const count = useFieldSelector<readonly Scope[] | undefined, number>(path, scopes => scopes?.length ?? 0)
  const { focus, edit } = useSession()
  const { remove, dialog } = useScopeRemoval(server)
  const addButton = useField(path)

  function add() {
    edit('Add scope', values => ({
      ...values,
      resourceServers: values.resourceServers.map((one, at) =>
        at === server ? { ...one, scopes: [...one.scopes, { name: '', description: '' }] } : one,
      ),
    }))
    focus.reveal(child(path, count, 'name'))
  }

  return (
    <>
      <Field
        path={path}
        group
        hint={`${count} of 100`}
        help={count === 0 ? NO_SCOPES : <FullScope path={path} server={server} />}
      >
        {() => (
          <div className="rounded-control border border-input bg-card">
            <div
              aria-hidden="true"
              className="grid h-7 grid-cols-[minmax(0,2fr)_minmax(0,3fr)_24px] items-center gap-x-1 rounded-t-[5px] bg-background px-1.5 text-muted-foreground text-s"
            >
              <span className="px-1.5">Name</span>
              <span className="px-1.5">Description</span>
            </div>
            {Array.from({ length: count }, (_, index) => (
              <ScopeRow
                key={child(path, index)}
                path={child(path, index)}
                server={server}
                index={index}
                onRemove={() => remove(index)}
                onEnter={add}
              />
            ))}
            <div className="border-border border-t px-1.5 py-1">
              <Button look="quiet" small icon="plus" onClick={add} {...addButton}>
                Add scope
              </Button>
            </div>
          </div>
        )}
      </Field>
      {dialog}
    </>
  )
}

/** How the scope that is being edited is written in a token; the first one otherwise. */
function FullScope({ path, server }: ScopeTableProps) {
  const focused = useFocusedField()
  const inside = focused?.startsWith(`${path}.`) ? Number(focused.slice(path.length + 1).split('.', 1)[0]) : 0
  const full = useFieldSelector<FormValues['resourceServers'][number] | undefined, string>(
    `resourceServers.${server}`,
    one => `${one?.identifier || '…'}/${one?.scopes[inside]?.name || '…'}`,
  )
  return (
    <>
      Full scope in tokens, clients and endpoints:{' '}
      <span className="mono wrap-anywhere text-secondary-foreground">{full}</span>
    </>
  )
}
