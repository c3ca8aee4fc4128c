import type { InputHTMLAttributes, Ref } from 'react'
import { classes } from './classes'

export interface RadioProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  readonly ref?: Ref<HTMLInputElement>
}

/** A native radio button, filled in the accent. */
export function Radio({ className, ...rest }: RadioProps) {
  return (
    <input
      {...rest}
      type="radio"
      className={classes(
        'size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-input bg-card checked:border-5 checked:border-primary-fill focus-visible:rounded-full disabled:cursor-default disabled:border-border-strong forced-colors:appearance-auto',
        className,
      )}
    />
  )
}
