import { useId } from 'react'
import { useFieldSelector } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'
import { Checkbox } from '@/components/ui/checkbox'
import type { NewScope } from '@/lib/document/edit/declare-scopes'

export interface NewScopesProps {
  readonly scopes: readonly NewScope[]
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

const MAX_SHOWN = 6

/** The scopes of a paste that no resource server has, with the choice to add them. */
export function NewScopes({ scopes, checked, onChange }: NewScopesProps) {
  const id = useId()
  const servers = useFieldSelector<FormValues['resourceServers'], readonly string[]>('resourceServers', all =>
    all.map(({ identifier }) => identifier),
  )
  const identifiers = [...new Set(scopes.map(({ identifier }) => identifier))]
  const added = identifiers.filter(identifier => !servers.includes(identifier))
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="flex items-start gap-1.5">
        <Checkbox id={id} checked={checked} onChange={({ target }) => onChange(target.checked)} />
        <span>{scopes.length === 1 ? 'Declare this scope' : `Declare these ${scopes.length} scopes`}</span>
      </label>
      <ul className="mono wrap-anywhere pl-5.5 text-secondary-foreground">
        {scopes.slice(0, MAX_SHOWN).map(({ identifier, name }) => (
          <li key={`${identifier}/${name}`}>
            {identifier}/{name}
          </li>
        ))}
      </ul>
      <p className="wrap-anywhere pl-5.5 text-muted-foreground">
        {scopes.length > MAX_SHOWN && `and ${scopes.length - MAX_SHOWN} more. `}
        {added.length > 0 && (
          <>
            {added.length === 1 ? 'Adds the resource server ' : 'Adds the resource servers '}
            <span className="mono">{added.join(', ')}</span>.{' '}
          </>
        )}
        {!checked && 'Otherwise the endpoints require scopes that do not exist.'}
      </p>
    </div>
  )
}
