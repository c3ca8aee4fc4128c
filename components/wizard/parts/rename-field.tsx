'use client'

import { useRef } from 'react'
import {
  TextField,
  type TextFieldProps,
  TextInput,
  type TextInputProps,
} from '@/components/fields/text-field'
import { type FormValues, useSession } from '@/components/session/session'
import { valueAt } from '@/lib/document/edit/at-path'
import type { FieldPath } from '@/lib/document/field-path'

/** Gives the thing at a field another name, everywhere it is used. */
export type Rename = (values: FormValues, name: string) => FormValues

/**
 * A rename starts from the document as it was when the field got focus: on the way to `orders`, `order` may be the
 * name of another scope, whose uses must not become this one's.
 */
function useRename(path: FieldPath, rename: Rename) {
  const { form, edit } = useSession()
  const before = useRef<{ readonly values: FormValues; readonly last: string }>(undefined)
  return {
    onFocusText: () => {
      before.current = undefined
    },
    onText: (name: string) => {
      // Something else changed the document since (undo, a paste): start from what is there now.
      const untouched = before.current?.last === valueAt(form.getValues(), path)
      const values = before.current && untouched ? before.current.values : structuredClone(form.getValues())
      before.current = { values, last: name }
      edit(path, () => rename(structuredClone(values), name))
    },
  }
}

export interface RenameFieldProps extends Omit<TextFieldProps, 'onText' | 'onFocusText'> {
  readonly rename: Rename
}

/** A text field whose change is applied everywhere the name is used. */
export function RenameField({ rename, ...field }: RenameFieldProps) {
  return <TextField {...field} {...useRename(field.path, rename)} />
}

/** The input alone. */
export function RenameInput({ rename, ...input }: TextInputProps & { readonly rename: Rename }) {
  return <TextInput {...input} {...useRename(input.control['data-field'], rename)} />
}
