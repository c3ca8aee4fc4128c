import type { ReactNode } from 'react'

/** The header of one of the three panes. */
export function PaneHead({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="flex min-h-11 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-border border-b py-1.5 pr-2 pl-4">
      <h2 className="whitespace-nowrap font-semibold">{title}</h2>
      {children}
    </div>
  )
}
