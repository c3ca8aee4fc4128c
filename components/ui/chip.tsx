import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

const kinds = {
  plain: 'border-border-strong bg-card',
  on: 'border-primary-border bg-primary-soft',
  off: 'border-border-strong border-dashed text-muted-foreground',
  bad: 'border-warning-border bg-warning-soft',
} as const

export type ChipKind = keyof typeof kinds

export interface ChipProps {
  readonly kind?: ChipKind | undefined
  /** 24 px, as inside a field; otherwise 20. */
  readonly large?: boolean | undefined
  /** Muted text before the name. */
  readonly prefix?: string | undefined
  readonly icon?: IconName | undefined
  readonly title?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
  /** Ends in a cross; its accessible name is `removeLabel`. */
  readonly onRemove?: (() => void) | undefined
  readonly removeLabel?: string | undefined
}

/** A token of code: its prefix muted, its name in full ink. */
export function Chip(props: ChipProps) {
  const { kind = 'plain', large, prefix, icon, title, className, children, onRemove, removeLabel } = props
  const accent = kind === 'on' ? 'text-primary' : kind === 'bad' ? 'text-warning' : 'text-muted-foreground'
  return (
    <span
      title={title}
      className={classes(
        'inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-chip border pl-1.5 font-mono text-code leading-none',
        kinds[kind],
        large ? 'h-6' : 'h-5',
        !onRemove && 'pr-1.5',
        className,
      )}
    >
      {icon && <Icon name={icon} size={12} className={accent} />}
      {/* The prefix gives way first: names differ at their end. */}
      <span className="flex min-w-0 *:py-1">
        {prefix && (
          <span
            className={classes(
              'min-w-0 truncate',
              kind === 'plain' || kind === 'off' ? 'text-muted-foreground' : 'text-secondary-foreground',
            )}
          >
            {prefix}
          </span>
        )}
        <span className="max-w-full shrink-0 truncate">{children}</span>
      </span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
          className={classes(
            'grid h-full w-5 place-items-center rounded-chip hover:text-foreground max-md:w-8',
            accent,
          )}
        >
          <Icon name="cross" size={12} />
        </button>
      )}
    </span>
  )
}
