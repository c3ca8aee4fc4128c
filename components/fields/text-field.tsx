'use client'

import type { InputHTMLAttributes } from 'react'
import { classes } from '@/components/ui/classes'
import { type ControlProps, Field, type FieldProps } from './field'
import { useFieldRegistration } from './form-hooks'

type Own = Omit<FieldProps, 'children'>

export interface TextFieldProps extends Own {
  /** An empty value removes the field from the document. */
  readonly optional?: boolean | undefined
  /** What is typed is code: monospace, no spelling help. The rule, so it is said where it is not. */
  readonly prose?: boolean | undefined
  readonly placeholder?: string | undefined
  /** In place of the form's own handler, for a change that reaches further. */
  readonly onText?: ((text: string) => void) | undefined
  readonly onFocusText?: (() => void) | undefined
  readonly list?: string | undefined
}

export const inputClasses = 'control h-8 w-full px-2.5 max-md:h-10'

const emptyIsAbsent = (text: unknown) => (text === '' ? undefined : text)

/** A line of text. */
export function TextField({
  optional,
  prose,
  placeholder,
  onText,
  onFocusText,
  list,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {control => (
        <TextInput
          control={control}
          optional={optional}
          prose={prose}
          onText={onText}
          onFocusText={onFocusText}
          placeholder={placeholder}
          list={list}
        />
      )}
    </Field>
  )
}

export interface TextInputProps
  extends Pick<TextFieldProps, 'optional' | 'prose' | 'onText' | 'onFocusText'>,
    Pick<
      InputHTMLAttributes<HTMLInputElement>,
      'placeholder' | 'className' | 'aria-label' | 'onKeyDown' | 'list'
    > {
  readonly control: ControlProps
}

/** The input alone, for tables and lists. */
export function TextInput(props: TextInputProps) {
  const { control, optional, prose, onText, onFocusText, className, ...rest } = props
  const registration = useFieldRegistration(
    control['data-field'],
    optional ? { setValueAs: emptyIsAbsent } : undefined,
  )
  return (
    <input
      {...rest}
      {...control}
      {...registration}
      onChange={onText ? event => onText(event.target.value) : registration.onChange}
      onFocus={onFocusText}
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={prose ?? false}
      className={classes(className ?? inputClasses, !prose && 'mono')}
    />
  )
}
