'use client'

import { useErrorsInside } from '@/components/session/hooks'
import { useField } from '@/components/session/use-field'
import { Checkbox } from '@/components/ui/checkbox'
import { child, type FieldPath } from '@/lib/document/field-path'
import { FieldMessage } from './field'
import { useFieldValue } from './form-hooks'

export interface CheckListProps {
  readonly path: FieldPath
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (values: readonly string[]) => void
}

const NONE: readonly string[] = []

/** A list out of a fixed set of values, as one checkbox for each. */
export function CheckList({ path, choices, onChange }: CheckListProps) {
  const values = useFieldValue<readonly string[]>(path) ?? NONE
  const errors = useErrorsInside(path)
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...values, value] : values.filter(other => other !== value))
  return (
    <>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {choices.map(({ value, label }) => (
          <Choice
            key={value}
            path={path}
            place={values.indexOf(value)}
            label={label}
            onToggle={on => toggle(value, on)}
          />
        ))}
      </div>
      {errors.map(error => (
        <FieldMessage key={error.path} className="mt-1.5">
          {error.message}
        </FieldMessage>
      ))}
    </>
  )
}

interface ChoiceProps {
  readonly path: FieldPath
  /** Its index in the list; -1 when it is off. */
  readonly place: number
  readonly label: string
  readonly onToggle: (on: boolean) => void
}

function Choice({ path, place, label, onToggle }: ChoiceProps) {
  const on = place >= 0
  const field = useField(on ? child(path, place) : path)
  const id = `field.${path}.${label}`
  return (
    <label htmlFor={id} className="flex min-h-6 cursor-pointer items-center gap-2 max-md:min-h-8">
      <Checkbox id={id} checked={on} onChange={event => onToggle(event.target.checked)} {...field} />
      {label}
    </label>
  )
}
