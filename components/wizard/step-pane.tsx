'use client'

import { useFieldEvents } from '@/components/session/field-events'
import { PanelBoundary } from '@/components/session/panel-boundary'
import { Toaster } from '@/components/ui/toast'
import { StepFooter } from './step-footer'
import { StepMenu } from './step-menu'
import type { Step } from './steps'

/** The form: the open step, with the buttons to the next and the previous one. */
export function StepPane({ step }: { readonly step: Step }) {
  const events = useFieldEvents()
  return (
    <section className="pane form relative" aria-label="Form" {...events}>
      <StepMenu step={step} />
      <PanelBoundary key={step.id} name={step.title} reloads>
        <step.View />
      </PanelBoundary>
      <Toaster className="pointer-events-none absolute right-4 bottom-16 z-40 [&>*]:pointer-events-auto" />
      {step.id !== 'review' && <StepFooter step={step} />}
    </section>
  )
}
