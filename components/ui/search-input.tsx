'use client'

import { classes } from './classes'
import { Icon } from './icon'

export interface SearchInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly className?: string
}

/** A text box that narrows a list. */
export function SearchInput({ label, value, onChange, className }: SearchInputProps) {
  return (
    <div className={classes('control flex h-7 items-center gap-2 px-2 max-md:h-9 print:hidden', className)}>
      <Icon name="search" size={14} className="text-muted-foreground" />
      <input
        type="search"
        value={value}
        onChange={event => onChange(event.target.value)}
        placeholder="Filter"
        aria-label={label}
        className="min-w-0 flex-1 bg-transparent outline-none"
      />
    </div>
  )
}
