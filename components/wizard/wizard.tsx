'use client'

import { type CSSProperties, type ReactNode, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useSession } from '@/components/session/session'
import { onStepRequest, useStepId } from '@/components/session/step-address'
import { SplitLine } from '@/components/ui/split-line'
import { OutputChoice } from './output-choice'
import { usePaneSize } from './pane-sizes'
import { Rail } from './rail'
import { useReveal } from './reveal'
import { StepPane } from './step-pane'
import { prefetchSteps, steps } from './steps'
import { useStepKeys } from './use-step-keys'
import { type View, ViewTabs } from './view-tabs'

export interface WizardProps {
  /** The output half. `roomy`: the open step leaves it much room. */
  readonly output: (roomy: boolean) => ReactNode
  readonly onShortcuts: () => void
}

/** The page of the wizard: the rail, the open step, and the output next to it. */
export function Wizard({ output, onShortcuts }: WizardProps) {
  const { focus, seenSteps } = useSession()
  const id = useStepId()
  const step = steps.find(step => step.id === id) ?? steps[0]!
  const [view, setView] = useState<View>('form')
  const [outputShown, showOutput] = useState(hasRoomForBoth)
  const withOutput = step.shape !== 'full' || outputShown
  const showForm = useCallback(() => setView('form'), [])
  useReveal(view, showForm)
  // On a narrow screen the output may cover the step.
  useEffect(() => onStepRequest(showForm), [showForm])
  useStepKeys()
  // The output no longer lights the lines of a field that is gone, unless another field is about to get focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens when the step is left
  useLayoutEffect(() => () => void (focus.revealRequest.get() ?? focus.focused.set(undefined)), [step, focus])
  useEffect(() => {
    document.title = `${step.title} · Cognito Scope Wizard`
  }, [step])
  useEffect(() => seenSteps.open(id), [seenSteps, id])
  useEffect(() => () => seenSteps.open(undefined), [seenSteps])
  useEffect(() => {
    // A step that cannot be fetched now is fetched, or reported, when it is opened.
    const timer = setTimeout(() => prefetchSteps().catch(() => undefined), 1500)
    return () => clearTimeout(timer)
  }, [])

  return (
    <OutputChoice value={{ shown: outputShown, show: showOutput }}>
      <Frame step={step} view={view} withOutput={withOutput}>
        <ViewTabs view={view} onView={setView} />
        <Rail current={step} onShortcuts={onShortcuts} />
        <StepPane id={FORM_ID} step={step} />
        <PaneSplit step={step} />
        <section id={OUTPUT_ID} className="pane output-pane" aria-label="Output">
          {output(step.shape === 'form')}
        </section>
      </Frame>
    </OutputChoice>
  )
}

/** The window has room for the review step and the output next to it. The page is also rendered where no window is. */
const hasRoomForBoth = () => typeof window !== 'undefined' && matchMedia('(width >= 2200px)').matches

interface FrameProps {
  readonly step: (typeof steps)[number]
  readonly view: View
  readonly withOutput: boolean
  readonly children: ReactNode
}

function Frame({ step, view, withOutput, children }: FrameProps) {
  const { size } = usePaneSize(step.id)
  const property = step.shape === 'form' ? '--form' : '--out'
  return (
    <main
      className="layout"
      data-shape={step.shape}
      data-view={view}
      data-output={step.shape === 'full' && withOutput ? '' : undefined}
      style={size === undefined ? undefined : ({ [property]: `${size}px` } as CSSProperties)}
    >
      {children}
    </main>
  )
}

const FORM_ID = 'form-pane'
const OUTPUT_ID = 'output-pane'

function PaneSplit({ step }: { readonly step: (typeof steps)[number] }) {
  const { size, setSize } = usePaneSize(step.id)
  const reverse = step.shape !== 'form'
  return (
    <div className="frame-split grid">
      <SplitLine
        label={reverse ? 'Width of the output' : 'Width of the form'}
        orientation="vertical"
        value={size}
        controls={reverse ? OUTPUT_ID : FORM_ID}
        min={reverse ? 280 : 320}
        max={() => innerWidth - 200 - 320}
        reverse={reverse}
        onChange={setSize}
      />
    </div>
  )
}
