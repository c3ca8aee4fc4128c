import { classes } from './classes'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** An HTTP method: outlined when it only reads, filled when it writes. Never coloured: colour is for state. */
export function MethodBadge({ method, className }: { readonly method: string; readonly className?: string }) {
  return (
    <span
      className={classes(
        'inline-flex h-5 w-15 shrink-0 items-center justify-center rounded-chip border font-mono font-semibold text-[11px] leading-none tracking-[0.02em]',
        SAFE.has(method)
          ? 'border-border-strong text-secondary-foreground'
          : 'border-secondary-foreground bg-secondary-foreground text-card',
        className,
      )}
    >
      {method}
    </span>
  )
}
