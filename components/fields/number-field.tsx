'use client'

import { useFieldError } from '@/components/session/hooks'
import { classes } from '@/components/ui/classes'
import { fieldInfo } from '@/lib/document/field-info'
import type { FieldPath } from '@/lib/document/field-path'
import { useFieldRegistration } from './form-hooks'

/** A number where there is one; what else was typed stays as it is, for the schema to judge. */
const numberOrText = (text: unknown) => {
  const number = Number(text)
  return typeof text === 'string' && text.trim() !== '' && Number.isFinite(number) ? number : text
}

export interface NumberInputProps {
  readonly path: FieldPath
  /** Stands in the box, before the number. */
  readonly label: string
  readonly unit: string
  /** The element that holds the message of its error. */
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
