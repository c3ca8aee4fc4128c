'use client'

import type { ReactNode } from 'react'
import { type ControlProps, Field } from '@/components/fields/field'
import { useFieldSelector } from '@/components/fields/form-hooks'
import { type FormValues, useSession } from '@/components/session/session'
import { useField } from '@/components/session/use-field'
import { Checkbox } from '@/components/ui/checkbox'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { child, type FieldPath } from '@/lib/document/field-path'
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
        <span className="flex items-center gap-1 text-warning">
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
    note: on => (on ? 'for machines' : 'cannot be combined'),
  },
]

/** How the client gets its tokens. Client credentials replace the other grants, and the other way round. */
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
  const chosen = useFieldSelector<FormValues['clients'][number]['grants'] | undefined, readonly Grant[]>(
    path,
    chosen => chosen ?? [],
  )
  return (
    <div
      className={classes(
        'grid rounded-control border bg-card md:grid-cols-3',
        control['aria-invalid'] ? 'border-destructive shadow-[0_0_0_1px_var(--destructive)]' : 'border-input',
      )}
    >
      {grants.map(grant => (
        <GrantChoice
          key={grant.id}
          grant={grant}
          path={path}
          place={chosen.indexOf(grant.id)}
          onSwitch={on => switchGrant(session, index, grant.id, on)}
        />
      ))}
    </div>
  )
}

interface GrantChoiceProps {
  readonly grant: (typeof grants)[number]
  readonly path: FieldPath
  /** Its index among the grants of the client; -1 when it is off. */
  readonly place: number
  readonly onSwitch: (on: boolean) => void
}

function GrantChoice({ grant: { id, label, note }, path, place, onSwitch }: GrantChoiceProps) {
  const on = place >= 0
  const field = useField(on ? child(path, place) : path)
  const inputId = `field.${path}.${id}`
  return (
    <label
      htmlFor={inputId}
      className="grid cursor-pointer grid-cols-[16px_minmax(0,1fr)] content-start items-start gap-x-2 border-border-strong p-2 not-first:border-t md:not-first:border-t-0 md:not-first:border-l"
    >
      <Checkbox
        id={inputId}
        checked={on}
        {...field}
        onChange={event => onSwitch(event.target.checked)}
        className="mt-0.5"
      />
      <span className={on ? undefined : 'text-secondary-foreground'}>{label}</span>
      <span className="col-start-2 text-muted-foreground text-s">{note(on)}</span>
    </label>
  )
}
