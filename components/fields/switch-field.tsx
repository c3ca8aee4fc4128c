'use client'

import type { ReactNode } from 'react'
import { Switch } from '@/components/ui/switch'
import { type ControlProps, Field, type FieldProps } from './field'
import { useFieldValue, useFormActions } from './form-hooks'

export interface SwitchFieldProps extends Omit<FieldProps, 'children'> {
  /** What it says when on, and when off. */
  readonly on: ReactNode
  readonly off: ReactNode
}

/** On or off, with a word for each. */
export function SwitchField({ on, off, ...field }: SwitchFieldProps) {
  return <Field {...field}>{control => <SwitchInput control={control} on={on} off={off} />}</Field>
}

interface SwitchInputProps extends Pick<SwitchFieldProps, 'on' | 'off'> {
  readonly control: ControlProps
}

function SwitchInput({ control, on, off }: SwitchInputProps) {
  const path = control['data-field']
  const value = useFieldValue<boolean>(path) ?? false
  const { write } = useFormActions()
  return (
    <div className="flex h-8 items-center gap-2">
      <Switch {...control} checked={value} onChange={event => write(path, event.target.checked)} />
      <label htmlFor={control.id} className="cursor-pointer">
        {value ? on : off}
      </label>
    </div>
  )
}
