import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-chip border border-border-strong bg-card px-1 font-sans text-muted-foreground text-s">
      {children}
    </kbd>
  )
}
