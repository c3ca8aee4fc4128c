'use client'

import { useFieldEvents } from '@/components/session/field-events'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { StepFooter } from './step-footer'
import { StepMenu } from './step-menu'
import type { Step } from './steps'

/** The form: the open step, with the buttons to the next and the previous one. */
export function StepPane({ id, step }: { readonly id: string; readonly step: Step }) {
  const events = useFieldEvents()
  return (
    <section id={id} className="pane form relative" aria-label="Form" {...events}>
      <StepMenu step={step} />
      <PanelBoundary key={step.id} name={step.title} reloads>
        <step.View />
      </PanelBoundary>
      {step.id !== 'review' && <StepFooter step={step} />}
    </section>
  )
}
