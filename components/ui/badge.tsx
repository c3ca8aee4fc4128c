import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

const tones = {
  neutral: 'bg-muted text-secondary-foreground',
  ok: 'bg-success-soft text-success',
  warn: 'bg-warning-soft text-warning',
  err: 'bg-destructive-soft text-destructive',
  accent: 'bg-primary-soft text-primary',
} as const

export interface BadgeProps {
  readonly tone?: keyof typeof tones
  readonly icon?: IconName
  readonly title?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A short word of kind or state, icon first. */
export function Badge({ tone = 'neutral', icon, title, className, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={classes(
        'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-chip px-1.5 font-normal text-s',
        tones[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}
