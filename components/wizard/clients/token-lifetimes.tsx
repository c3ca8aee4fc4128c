'use client'

import { Field, FieldMessage } from '@/components/fields/field'
import { FindingNotes } from '@/components/fields/finding-notes'
import { useFieldSelector, useFormActions } from '@/components/fields/form-hooks'
import { NumberInput } from '@/components/fields/number-field'
import { useErrorsInside } from '@/components/session/hooks'
import { Button } from '@/components/ui/button'
import { child, type FieldPath } from '@/lib/document/field-path'

/** Cognito's defaults. */
const DEFAULTS = { accessTokenMinutes: 60, idTokenMinutes: 60, refreshTokenDays: 30 } as const

/** How long tokens are valid: Cognito's defaults, or three times of one's own. */
export function TokenLifetimes({ path }: { readonly path: FieldPath }) {
  const set = useFieldSelector<unknown, boolean>(path, validity => validity !== undefined)
  const { write } = useFormActions()
  return (
    <Field path={path} group help="">
      {({ 'data-field': field, ref }) =>
        set ? (
          <Lifetimes path={path} onClear={() => write(path, undefined)} />
        ) : (
          <div className="flex items-center gap-2">
            <Button small onClick={() => write(path, DEFAULTS)} data-field={field} ref={ref}>
              Set lifetimes
            </Button>
            <span className="text-muted-foreground text-s">
              Defaults: access 1 h, ID 1 h, refresh 30 days.
            </span>
          </div>
        )
      }
    </Field>
  )
}

function Lifetimes({ path, onClear }: { readonly path: FieldPath; readonly onClear: () => void }) {
  const errors = useErrorsInside(path)
  const note = `field.${path}.members`
  return (
    <>
      <div className="grid gap-3 md:grid-cols-3">
        <NumberInput path={child(path, 'accessTokenMinutes')} label="Access" unit="min" describedBy={note} />
        <NumberInput path={child(path, 'idTokenMinutes')} label="ID" unit="min" describedBy={note} />
        <NumberInput path={child(path, 'refreshTokenDays')} label="Refresh" unit="days" describedBy={note} />
      </div>
      <div id={note}>
        {errors.map(error => (
          <FieldMessage key={error.path} className="mt-1.5">
            {error.message}
          </FieldMessage>
        ))}
        <FindingNotes path={child(path, 'accessTokenMinutes')} />
      </div>
      <p className="mt-1 text-muted-foreground text-s">
        5 minutes to a day; refresh 1 to 3650 days.{' '}
        <button type="button" className="link" onClick={onClear}>
          Use Cognito defaults
        </button>
      </p>
    </>
  )
}
