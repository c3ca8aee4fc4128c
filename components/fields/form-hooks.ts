'use client'

import { useRef } from 'react'
import { type ChangeHandler, type Path, type RegisterOptions, useFormContext } from 'react-hook-form'
import { type FormValues, useSession } from '@/components/session/session'
import { useField } from '@/components/session/use-field'
import { useStore } from '@/components/ui/store'
import { valueAt } from '@/lib/document/edit/at-path'
import type { FieldPath } from '@/lib/document/field-path'

/** Registers an uncontrolled input with the form under the path of its field, and with the session as its control. */
export function useFieldRegistration(path: FieldPath, options?: RegisterOptions<FormValues>) {
  // The context changes when the whole document is replaced: the input is then registered, and filled, again.
  const { register, getValues } = useFormContext<FormValues>()
  const { changed } = useSession()
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
  const onChange: ChangeHandler = event => {
    const done = registration.onChange(event)
    changed(path)
    return done
  }
  return {
    ...registration,
    onChange,
    'data-field': path,
    ref,
    // Written into the page when it is built, so that the fields are filled before the page is hydrated.
    defaultValue: typeof value === 'string' || typeof value === 'number' ? value : '',
  }
}

/** The value at `path`: re-renders only when something at or in it changes. */
export function useFieldValue<Value>(path: FieldPath): Value | undefined {
  return useStore(useSession().values, values => valueAt(values, path)) as Value | undefined
}

/** What `select` returns for the value at `path`: re-renders only when that differs. */
export function useFieldSelector<Value, Result>(path: FieldPath, select: (value: Value) => Result): Result {
  const last = useRef<Result>(undefined)
  return useStore(useSession().values, (values): Result => {
    const next = select(valueAt(values, path) as Value)
    // The same object for the same value, so that it is rendered once.
    if (JSON.stringify(next) !== JSON.stringify(last.current)) last.current = next
    return last.current as Result
  })
}

/** Reads and writes single values, without subscribing to anything. */
export function useFormActions() {
  const { form } = useSession()
  return {
    read: <Value>(path: FieldPath) => valueAt(form.getValues(), path) as Value,
    write: form.setValue,
  }
}
