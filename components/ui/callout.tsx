import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

const tones = {
  plain: { box: 'border-line-2 bg-surface', icon: 'info', ink: 'text-fg-3' },
  ok: { box: 'border-ok-line bg-ok-soft', icon: 'ok', ink: 'text-ok' },
  warn: { box: 'border-warn-line bg-warn-soft', icon: 'warning', ink: 'text-warn' },
  err: { box: 'border-err-line bg-err-soft', icon: 'error', ink: 'text-err' },
} as const

export interface CalloutProps {
  readonly tone?: keyof typeof tones
  readonly className?: string
  readonly children: ReactNode
}

/** One sentence of note, with at most one action. */
export function Callout({ tone = 'plain', className, children }: CalloutProps) {
  const { box, icon, ink } = tones[tone]
  return (
    <div className={classes('flex gap-2 rounded-control border px-3 py-1.5 text-s', box, className)}>
      <Icon name={icon} className={ink} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
