'use client'

import { useFieldEvents } from '@/components/session/field-events'
import { Toaster } from '@/components/ui/toast'
import { StepFooter } from './step-footer'
import { StepMenu } from './step-menu'
import type { Step } from './steps'

/** The form half: the step that is open, with the ways on and back. */
export function StepPane({ step }: { readonly step: Step }) {
  const events = useFieldEvents()
  return (
    <section className="pane form relative" aria-label="Form" {...events}>
      <StepMenu step={step} />
      <step.View />
      <Toaster className="pointer-events-none absolute right-4 bottom-16 z-40 [&>*]:pointer-events-auto" />
      {step.id !== 'review' && <StepFooter step={step} />}
    </section>
  )
}
