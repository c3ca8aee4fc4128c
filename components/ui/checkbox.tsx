import type { InputHTMLAttributes, Ref } from 'react'
import { classes } from './classes'

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  /** Some, but not all, of the items it represents are selected. */
  readonly mixed?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A native checkbox, in the accent colour. */
export function Checkbox({ mixed, className, ref, ...rest }: CheckboxProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      ref={element => {
        if (element) element.indeterminate = mixed ?? false
        if (typeof ref === 'function') return ref(element)
        if (ref) ref.current = element
      }}
      className={classes(
        'tick-box size-4 shrink-0 cursor-pointer appearance-none rounded-chip border border-input bg-card checked:border-primary-fill checked:bg-primary-fill indeterminate:border-primary-fill indeterminate:bg-primary-fill disabled:cursor-default disabled:border-border-strong disabled:bg-muted forced-colors:appearance-auto',
        className,
      )}
    />
  )
}
