'use client'

import { Icon } from '@/components/ui/icon'
import { type ControlProps, Field, type FieldProps } from './field'
import { useFieldRegistration } from './form-hooks'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectFieldProps<Value extends string> extends Omit<FieldProps, 'children'> {
  readonly choices: readonly Choice<Value>[]
  readonly code?: boolean | undefined
  /** In place of the form's own handler, for a change that reaches further. */
  readonly onChoose?: ((value: Value) => void) | undefined
}

/** One of several values, in the platform's own list. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { choices, code, onChoose, ...field } = props
  return (
    <Field {...field}>
      {control => <SelectInput control={control} choices={choices} code={code} onChoose={onChoose} />}
    </Field>
  )
}

interface SelectInputProps<Value extends string>
  extends Pick<SelectFieldProps<Value>, 'choices' | 'code' | 'onChoose'> {
  readonly control: ControlProps
}

function SelectInput<Value extends string>(props: SelectInputProps<Value>) {
  const { control, choices, code, onChoose } = props
  const registration = useFieldRegistration(control['data-field'])
  return (
    <div className="relative">
      <select
        {...control}
        {...registration}
        onChange={event => {
          const chosen = choices.find(({ value }) => value === event.target.value)
          if (onChoose && chosen) onChoose(chosen.value)
          else void registration.onChange(event)
        }}
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
