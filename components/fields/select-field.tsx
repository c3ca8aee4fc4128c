'use client'

import { Icon } from '@/components/ui/icon'
import { type ControlProps, Field, type FieldProps } from './field'
import { useFieldRegistration } from './form-hooks'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  readonly choices: readonly Choice[]
  readonly code?: boolean | undefined
  /** In place of the form's own handler, for a change that reaches further. */
  readonly onChoose?: ((value: string) => void) | undefined
}

/** One of several values, in the platform's own list. */
export function SelectField({ choices, code, onChoose, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {control => <SelectInput control={control} choices={choices} code={code} onChoose={onChoose} />}
    </Field>
  )
}

interface SelectInputProps extends Pick<SelectFieldProps, 'choices' | 'code' | 'onChoose'> {
  readonly control: ControlProps
}

function SelectInput({ control, choices, code, onChoose }: SelectInputProps) {
  const registration = useFieldRegistration(control['data-field'])
  return (
    <div className="relative">
      <select
        {...control}
        {...registration}
        onChange={onChoose ? event => onChoose(event.target.value) : registration.onChange}
        className={`control h-8 w-full cursor-pointer appearance-none truncate pr-8 pl-2.5 max-md:h-10 ${code ? 'mono' : ''}`}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-muted-foreground"
      />
    </div>
  )
}
