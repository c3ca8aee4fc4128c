'use client'

import { classes } from '@/components/ui/classes'

export interface Suggestion {
  readonly value: string
  readonly prefix?: string
  readonly name: string
  /** Muted, at the right. */
  readonly hint?: string
}

export interface SuggestionsProps {
  readonly id: string
  readonly items: readonly Suggestion[]
  readonly active: number
  readonly onChoose: (value: string) => void
}

/** What may be chosen, under the input that it completes. Focus stays in the input. */
export function Suggestions({ id, items, active, onChoose }: SuggestionsProps) {
  return (
    <div
      role="listbox"
      id={id}
      aria-label="Suggestions"
      hidden={items.length === 0}
      className="scrollbar-quiet absolute inset-x-0 top-full z-30 mt-1 max-h-66 overflow-auto rounded-card border border-border-strong bg-popover p-1 shadow-2"
    >
      {items.map(({ value, prefix, name, hint }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the input keeps focus and names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
        <div
          key={value}
          id={`${id}.${index}`}
          role="option"
          aria-selected={index === active}
          ref={element => {
            if (index === active) element?.scrollIntoView({ block: 'nearest' })
          }}
          onPointerDown={event => event.preventDefault()}
          onClick={() => onChoose(value)}
          className={classes(
            'flex h-8 cursor-pointer items-center gap-3 rounded-chip px-2 hover:bg-accent max-md:h-10',
            index === active && 'bg-accent',
          )}
        >
          <span className="mono truncate">
            {prefix && <span className="text-muted-foreground">{prefix}</span>}
            {name}
          </span>
          {hint && <span className="ml-auto shrink-0 truncate text-muted-foreground text-s">{hint}</span>}
        </div>
      ))}
    </div>
  )
}
