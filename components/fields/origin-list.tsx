'use client'

import { useErrorsInside } from '@/components/session/hooks'
import type { FieldPath } from '@/lib/document/field-path'
import { ChipInput } from './chip-input'
import { type ControlProps, Field, FieldMessage } from './field'
import { useFieldValue, useFormActions } from './form-hooks'

const NONE: readonly string[] = []

/**
 * The web origins that may call the API. `parent` is the optional group that contains the list: it is added with
 * the first origin and removed with the last.
 */
export function OriginList({
  parent,
  className,
}: {
  readonly parent: FieldPath
  readonly className?: string | undefined
}) {
  return (
    <Field path={`${parent}.allowOrigins`} className={className}>
      {control => <OriginChips control={control} parent={parent} />}
    </Field>
  )
}

function OriginChips({ control, parent }: { readonly control: ControlProps; readonly parent: FieldPath }) {
  const path = control['data-field']
  const value = useFieldValue<{ readonly allowOrigins?: readonly string[] }>(parent)
  const origins = value?.allowOrigins ?? NONE
  const errors = useErrorsInside(path)
  const { write } = useFormActions()
  return (
    <>
      <ChipInput
        control={control}
        values={origins}
        onChange={next => write(parent, next.length > 0 ? { allowOrigins: next } : undefined)}
        read={text => [text.trim()]}
        look={(origin, index) => {
          const error = errors.find(error => error.path === `${path}.${index}`)
          return { kind: error ? 'bad' : 'plain', name: origin, title: error?.message }
        }}
        suggest={() => []}
        placeholder="e.g. https://app.example.com"
      />
      {errors[0] && <FieldMessage className="mt-1.5">{errors[0].message}</FieldMessage>}
    </>
  )
}
