'use client'

import { useFieldError } from '@/components/session/hooks'
import { classes } from '@/components/ui/classes'
import { fieldInfo } from '@/lib/document/field-info'
import type { FieldPath } from '@/lib/document/field-path'
import { useFieldRegistration } from './form-hooks'

/** Returns a number where the text is one; other text stays as typed, and the schema reports it. */
const numberOrText = (text: unknown) => {
  const number = Number(text)
  return typeof text === 'string' && text.trim() !== '' && Number.isFinite(number) ? number : text
}

export interface NumberInputProps {
  readonly path: FieldPath
  /** In the box, before the number. */
  readonly label: string
  readonly unit: string
  /** Id of the element with its error message. */
  readonly describedBy: string
}

/** A number in a box with its name and unit. */
export function NumberInput({ path, label, unit, describedBy }: NumberInputProps) {
  const error = useFieldError(path)
  const registration = useFieldRegistration(path, { setValueAs: numberOrText })
  return (
    <label
      data-invalid={error ? '' : undefined}
      className={classes('control flex h-8 cursor-text items-center gap-2 pr-2 pl-2.5 max-md:h-10')}
    >
      <span className="text-muted-foreground text-s">{label}</span>
      <input
        {...registration}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        id={`field.${path}`}
        aria-label={fieldInfo(path)?.label}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        className="min-w-0 flex-1 bg-transparent text-right tabular-nums outline-none"
      />
      <span className="text-muted-foreground text-s">{unit}</span>
    </label>
  )
}
