'use client'

import { goToStepHeading } from '@/components/session/step-address'
import { Button } from '@/components/ui/button'
import { problemCount, useStepState } from './rail'
import { type Step, steps } from './steps'

/** The steps before and after `step`. */
export function neighbours(step: Step) {
  const at = steps.indexOf(step)
  return { back: steps[at - 1], next: steps[at + 1] }
}

export function StepFooter({ step }: { readonly step: Step }) {
  const { back, next } = neighbours(step)
  const { problems } = useStepState(step)
  return (
    <div className="flex h-13 flex-none items-center gap-2 border-border border-t bg-card px-4 md:px-6 2xl:px-10 max-md:hidden">
      {back && (
        <Button look="quiet" icon="back" className="-ml-3" onClick={() => goToStepHeading(back.id)}>
          {back.short}
        </Button>
      )}
      <span className="ml-auto truncate text-muted-foreground text-s">
        {problems > 0 ? `${problemCount(problems)} on this step` : step.FooterNote && <step.FooterNote />}
      </span>
      {next && (
        <Button look="primary" after="next" onClick={() => goToStepHeading(next.id)}>
          {next.short}
        </Button>
      )}
    </div>
  )
}
