import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-chip border border-line-2 bg-surface px-1 font-sans text-fg-3 text-s">
      {children}
    </kbd>
  )
}
