import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

const tones = {
  plain: { box: 'border-border-strong bg-card', icon: 'info', ink: 'text-muted-foreground' },
  ok: { box: 'border-success-border bg-success-soft', icon: 'ok', ink: 'text-success' },
  warn: { box: 'border-warning-border bg-warning-soft', icon: 'warning', ink: 'text-warning' },
  err: { box: 'border-destructive-border bg-destructive-soft', icon: 'error', ink: 'text-destructive' },
} as const

export interface CalloutProps {
  readonly tone?: keyof typeof tones
  readonly className?: string
  readonly children: ReactNode
}

/** A short notice with at most one action. */
export function Callout({ tone = 'plain', className, children }: CalloutProps) {
  const { box, icon, ink } = tones[tone]
  return (
    <div className={classes('flex gap-2 rounded-control border px-3 py-1.5 text-s', box, className)}>
      <Icon name={icon} className={ink} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
