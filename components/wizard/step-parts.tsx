import type { ReactNode } from 'react'
import { focusDueHeading } from '@/components/session/step-address'
import { classes } from '@/components/ui/classes'

export interface StepHeadProps {
  readonly title: string
  readonly children: ReactNode
  /** At the right of the title. */
  readonly actions?: ReactNode
}

const HEAD = 'flex flex-wrap items-center gap-2 px-4 pt-3 pb-1 md:px-6 md:pt-4 md:pb-2 2xl:px-10'
const TITLE = 'w-fit font-semibold text-l tracking-[-0.005em]'

/** The title of a step whose code has not arrived, where `StepHead` will have it. */
export function ArrivingStep({ title }: { readonly title: string }) {
  return (
    <div aria-busy="true" className="flex-1">
      <div className={HEAD}>
        <h1 className={TITLE}>{title}</h1>
      </div>
    </div>
  )
}

/** The one title of the screen and its sentence. */
export function StepHead({ title, children, actions }: StepHeadProps) {
  return (
    <div className={HEAD}>
      <div className="min-w-50 flex-1">
        <h1 ref={focusDueHeading} tabIndex={-1} data-focus-home="" className={TITLE}>
          {title}
        </h1>
        <p className="max-w-[80ch] text-secondary-foreground">{children}</p>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}

export interface StepBodyProps {
  readonly children: ReactNode
  /** It is what the selected tab of this list shows. */
  readonly panelOf?: string
  readonly selected?: number
}

/** What scrolls below the title. */
export function StepBody({ children, panelOf, selected }: StepBodyProps) {
  const panel = panelOf && {
    role: 'tabpanel',
    id: `${panelOf}-panel`,
    'aria-labelledby': `${panelOf}-tab-${selected}`,
  }
  return (
    <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto overflow-x-hidden" {...panel}>
      <div
        className={classes(
          'grid grid-cols-1 content-start gap-5 px-4 pb-6 md:px-6 2xl:px-10',
          // Room for the focus ring of the first help button.
          panelOf ? 'pt-4' : 'pt-2',
        )}
      >
        {children}
      </div>
    </div>
  )
}
