'use client'

import type { FieldPath } from '@/lib/document/field-path'
import { useFormAccess, useValue } from './binding'
import { ChipInput } from './chip-input'
import { type ControlProps, Field, FieldMessage } from './field'
import { useMemberErrors } from './member-errors'

const NONE: readonly string[] = []

/**
 * The web origins that may call the API. `parent` is the optional part that holds the list: it comes with the first
 * origin and goes with the last.
 */
export function OriginList({
  parent,
  className,
}: {
  readonly parent: FieldPath
  readonly className?: string
}) {
  return (
    <Field path={`${parent}.allowOrigins`} className={className}>
      {control => <OriginChips control={control} parent={parent} />}
    </Field>
  )
}

function OriginChips({ control, parent }: { readonly control: ControlProps; readonly parent: FieldPath }) {
  const path = control['data-field']
  const value = useValue<{ readonly allowOrigins?: readonly string[] }>(parent)
  const origins = value?.allowOrigins ?? NONE
  const errors = useMemberErrors(path)
  const { write } = useFormAccess()
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
        placeholder="https://app.example.com"
      />
      {errors[0] && <FieldMessage className="mt-1.5">{errors[0].message}</FieldMessage>}
    </>
  )
}
