import type { InputHTMLAttributes, Ref } from 'react'
import { classes } from './classes'

export interface SwitchProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role'> {
  readonly ref?: Ref<HTMLInputElement>
}

/** A native checkbox with the role of a switch. */
export function Switch({ className, ...rest }: SwitchProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox exposes its own checked state
      role="switch"
      className={classes(
        'relative h-4 w-7 shrink-0 cursor-pointer appearance-none rounded-full bg-input transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-3 before:rounded-full before:bg-card before:transition-transform checked:bg-primary-fill checked:before:translate-x-3 checked:before:bg-primary-foreground focus-visible:rounded-full disabled:cursor-default disabled:bg-border-strong forced-colors:appearance-auto',
        className,
      )}
    />
  )
}
