'use client'

import { ExampleBadge } from '@/components/session/example-badge'
import { goToStepHeading } from '@/components/session/step-address'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { MenuButton } from '@/components/ui/menu'
import { problemCount, useStepState } from './rail'
import { neighbours } from './step-footer'
import { type Step, steps } from './steps'

/** The rail of a narrow screen: the steps as a menu, with Back and Next buttons. */
export function StepMenu({ step }: { readonly step: Step }) {
  const { back, next } = neighbours(step)
  const { problems } = useStepState(step)
  const at = steps.indexOf(step) + 1
  return (
    <div className="flex flex-none items-center gap-2 border-border border-b bg-background px-4 py-2 md:hidden print:hidden">
      <MenuButton
        menuLabel="Steps"
        items={steps.map(({ id, title }, index) => ({
          id,
          label: `${index + 1}  ${title}`,
          checked: id === step.id,
          onSelect: () => goToStepHeading(id),
        }))}
        small
        after="chevron-down"
      >
        Step {at} of {steps.length}
      </MenuButton>
      {problems > 0 && (
        <span className="flex items-center gap-1 text-destructive text-s">
          <Icon name="error" size={14} />
          {problemCount(problems)}
        </span>
      )}
      <ExampleBadge />
      <span className="flex-1" />
      <IconButton
        icon="back"
        look="default"
        label="Back"
        disabled={!back}
        onClick={() => back && goToStepHeading(back.id)}
      />
      <IconButton
        icon="next"
        look="default"
        label="Next"
        disabled={!next}
        onClick={() => next && goToStepHeading(next.id)}
      />
    </div>
  )
}
