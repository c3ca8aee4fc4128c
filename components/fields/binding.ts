'use client'

import { type Path, type RegisterOptions, useFormContext, useWatch } from 'react-hook-form'
import type { FormValues } from '@/components/session/session'
import type { FieldPath } from '@/lib/document/field-path'

/** Registers an uncontrolled input under the field's own address. */
export function useRegistration(path: FieldPath, options?: RegisterOptions<FormValues>) {
  // The context changes when the whole document is replaced: the input is then registered, and filled, anew.
  const { register, getValues } = useFormContext<FormValues>()
  const value: unknown = getValues(path as Path<FormValues>)
  return {
    ...register(path as Path<FormValues>, options as never),
    // Written into the page when it is built, so that the fields are filled before the form comes to life.
    defaultValue: typeof value === 'string' || typeof value === 'number' ? value : '',
  }
}

/** The value at `path`: renders again only when something at, in or around it changes. */
export function useValue<Value>(path: FieldPath): Value | undefined {
  return useWatch<FormValues>({ name: path as Path<FormValues> }) as Value | undefined
}

/** What `select` makes of the value at `path`: renders again only when that differs. */
export function useDerived<Value, Result>(path: FieldPath, select: (value: Value) => Result): Result {
  return useWatch({ name: path, compute: value => select(value as Value) }) as Result
}

/** The whole-document setters, without subscribing to anything but replacement. */
export function useFormAccess() {
  const { getValues, setValue } = useFormContext<FormValues>()
  return {
    read: <Value>(path: FieldPath) => getValues(path as Path<FormValues>) as Value,
    write: (path: FieldPath, value: unknown) => setValue(path as Path<FormValues>, value as never),
  }
}
