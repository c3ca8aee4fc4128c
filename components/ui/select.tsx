import type { SelectHTMLAttributes } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  /** Its accessible name. */
  readonly label: string
  readonly small?: boolean
  readonly className?: string
}

/** One of several values outside a form, in the platform's own list. */
export function Select({ label, small, className, children, ...rest }: SelectProps) {
  return (
    <span className={classes('relative inline-flex min-w-0', className)}>
      <select
        aria-label={label}
        className={classes(
          'control w-full min-w-0 cursor-pointer appearance-none truncate max-md:h-9',
          small ? 'h-7 pr-6 pl-2' : 'h-8 pr-8 pl-2.5',
        )}
        {...rest}
      >
        {children}
      </select>
      <Icon
        name="chevron-down"
        size={14}
        className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  )
}
