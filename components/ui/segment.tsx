'use client'

import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { classes } from './classes'

export interface SegmentOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
}

export interface SegmentProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string
  readonly value: Value
  readonly options: readonly SegmentOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly className?: string
  /** Attributes of the radio button that gets focus: the chosen one, or the first. */
  readonly controlProps?: InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }
}

/** One of two or three values, as joined radio buttons: arrow keys move the choice. */
export function Segment<Value extends string>(props: SegmentProps<Value>) {
  const { label, value, options, onChange, className, controlProps } = props
  const control = options.find(option => option.value === value) ?? options[0]
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classes('inline-flex gap-0.5 rounded-control bg-muted p-0.5', className)}
    >
      {options.map(option => (
        <label
          key={option.value}
          className="relative inline-flex h-6 flex-1 cursor-pointer items-center justify-center gap-1.5 whitespace-nowrap rounded-chip px-2 font-medium text-secondary-foreground text-s has-checked:bg-card has-checked:text-foreground has-checked:shadow-[0_0_0_1px_var(--border-strong)] has-focus-visible:shadow-(--ring) max-md:h-8"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            {...(option === control && controlProps)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
