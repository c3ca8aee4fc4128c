import type { ReactNode } from 'react'

/** The head of the pane, with `children` between its title and its end while it is open. */
export function SampleBar({ children, end }: { readonly children?: ReactNode; readonly end: ReactNode }) {
  return (
    <div className="flex h-10 flex-none items-center gap-2 border-border border-t pr-2 pl-4 max-md:h-13">
      <h2 className="whitespace-nowrap font-semibold max-md:sr-only">Sample token</h2>
      <div className="sample-tools flex min-w-0 flex-1 items-center gap-2">{children}</div>
      {end}
    </div>
  )
}
