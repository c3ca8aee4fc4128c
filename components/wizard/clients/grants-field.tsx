'use client'

import type { ReactNode } from 'react'
import { useDerived } from '@/components/fields/binding'
import { type ControlProps, Field } from '@/components/fields/field'
import { type FormValues, useSession } from '@/components/session/session'
import { Checkbox } from '@/components/ui/checkbox'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { child } from '@/lib/document/field-path'
import { type Grant, switchGrant } from './switch-grant'

const grants: readonly {
  readonly id: Grant
  readonly label: string
  readonly note: (on: boolean) => ReactNode
}[] = [
  { id: 'authorization_code', label: 'Authorization code', note: () => 'with PKCE' },
  {
    id: 'implicit',
    label: 'Implicit',
    note: on =>
      on ? (
        <span className="flex items-center gap-1 text-warn">
          <Icon name="warning" size={14} />
          Token in the URL
        </span>
      ) : (
        'outdated'
      ),
  },
  {
    id: 'client_credentials',
    label: 'Client credentials',
    note: on => (on ? 'for machines' : 'Stands alone'),
  },
]

/** How the client gets its tokens. Client credentials take the place of the others, and the others of it. */
export function GrantsField({ index }: { readonly index: number }) {
  return (
    <Field path={`clients.${index}.grants`} group help="">
      {control => <Grants control={control} index={index} />}
    </Field>
  )
}

function Grants({ control, index }: { readonly control: ControlProps; readonly index: number }) {
  const session = useSession()
  const path = control['data-field']
  const chosen = useDerived<FormValues['clients'][number]['grants'] | undefined, readonly Grant[]>(
    path,
    chosen => chosen ?? [],
  )
  return (
    <div
      className={classes(
        'grid rounded-control border bg-surface pad:grid-cols-3',
        control['aria-invalid'] ? 'border-err shadow-[0_0_0_1px_var(--err)]' : 'border-field',
      )}
    >
      {grants.map(({ id, label, note }) => {
        const on = chosen.includes(id)
        const place = chosen.indexOf(id)
        return (
          <label
            key={id}
            htmlFor={`${control.id}.${id}`}
            className="grid cursor-pointer grid-cols-[16px_minmax(0,1fr)] content-start items-start gap-x-2 border-line-2 p-2 not-first:border-t pad:not-first:border-t-0 pad:not-first:border-l"
          >
            <Checkbox
              id={`${control.id}.${id}`}
              checked={on}
              data-field={place >= 0 ? child(path, place) : path}
              onChange={event => switchGrant(session, index, id, event.target.checked)}
              className="mt-0.5"
            />
            <span className={on ? undefined : 'text-fg-2'}>{label}</span>
            <span className="col-start-2 text-fg-3 text-s">{note(on)}</span>
          </label>
        )
      })}
    </div>
  )
}
