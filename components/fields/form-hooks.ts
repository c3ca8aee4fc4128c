'use client'

import { type Path, type RegisterOptions, useFormContext, useWatch } from 'react-hook-form'
import type { FormValues } from '@/components/session/session'
import { useField } from '@/components/session/use-field'
import type { FieldPath } from '@/lib/document/field-path'

/** Registers an uncontrolled input with the form under the path of its field, and with the session as its control. */
export function useFieldRegistration(path: FieldPath, options?: RegisterOptions<FormValues>) {
  // The context changes when the whole document is replaced: the input is then registered, and filled, again.
  const { register, getValues } = useFormContext<FormValues>()
  const field = useField(path)
  const value: unknown = getValues(path as Path<FormValues>)
  const { ref: formRef, ...registration } = register(path as Path<FormValues>, options as never)
  const ref = (control: HTMLInputElement | HTMLSelectElement | null) => {
    formRef(control)
    const unregister = field.ref(control)
    return () => {
      unregister?.()
      formRef(null)
    }
  }
  return {
    ...registration,
    'data-field': path,
    ref,
    // Written into the page when it is built, so that the fields are filled before the page is hydrated.
    defaultValue: typeof value === 'string' || typeof value === 'number' ? value : '',
  }
}

/** The value at `path`: re-renders only when something at, in or around it changes. */
export function useFieldValue<Value>(path: FieldPath): Value | undefined {
  return useWatch<FormValues>({ name: path as Path<FormValues> }) as Value | undefined
}

/** What `select` returns for the value at `path`: re-renders only when that differs. */
export function useFieldSelector<Value, Result>(path: FieldPath, select: (value: Value) => Result): Result {
  return useWatch({ name: path, compute: value => select(value as Value) }) as Result
}

/** Reads and writes single values, without subscribing to anything but replacement of the document. */
export function useFormActions() {
  const { getValues, setValue } = useFormContext<FormValues>()
  return {
    read: <Value>(path: FieldPath) => getValues(path as Path<FormValues>) as Value,
    write: (path: FieldPath, value: unknown) => setValue(path as Path<FormValues>, value as never),
  }
}
