import { classes } from './classes'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** An HTTP method: outlined when it only reads, filled when it writes. Never coloured: colour is for state. */
export function MethodBadge({ method, className }: { readonly method: string; readonly className?: string }) {
  return (
    <span
      className={classes(
        'inline-flex h-5 w-15 shrink-0 items-center justify-center rounded-chip border font-mono font-semibold text-[11px] leading-none tracking-[0.02em]',
        SAFE.has(method) ? 'border-line-2 text-fg-2' : 'border-fg-2 bg-fg-2 text-surface',
        className,
      )}
    >
      {method}
    </span>
  )
}
