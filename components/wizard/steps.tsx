'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import { type StepId, stepInAddress } from '@/components/session/step-address'
import { stepTitles } from '@/components/session/step-titles'
import { type FieldPath, isWithin } from '@/lib/document/field-path'
import { ArrivingStep } from './step-parts'
import {
  ClientsSummary,
  EndpointsFooterNote,
  EndpointsSummary,
  ReviewSummary,
  ScopesSummary,
  ServiceSummary,
} from './step-summaries'
import { loadSignInFold, ServiceStep } from './steps/service-step'

export interface Step {
  readonly id: StepId
  readonly title: string
  /** In a button that leads here. */
  readonly short: string
  /** The parts of the document that it edits. */
  readonly paths: readonly FieldPath[]
  /** The room it needs: a column next to the output, a table next to a narrow output, or everything. */
  readonly shape: 'form' | 'wide' | 'full'
  /** One line for the rail, shown when the step has no problems. */
  readonly Summary: ComponentType
  readonly View: ComponentType
  /** Next to the Next button, when the step has no problems. */
  readonly FooterNote?: ComponentType
}

const loadStep = {
  scopes: () => import('./steps/scopes-step'),
  clients: () => import('./steps/clients-step'),
  endpoints: () => import('./steps/endpoints-step'),
  review: () => import('./steps/review-step'),
} as const

// The code of the step in the address is fetched with that of the page, not after it. A failure is reported when the step
// is drawn, which fetches it again.
if (typeof location !== 'undefined') {
  const id = stepInAddress()
  if (id !== 'service') loadStep[id]().catch(() => undefined)
}

/**
 * A step whose code is fetched on demand. The first step must not be inside a Suspense: React would hydrate that
 * subtree last, after the saved document has replaced the example.
 */
function lazyStep(id: keyof typeof loadStep): ComponentType {
  const View = lazy<ComponentType>(loadStep[id])
  return () => (
    <Suspense fallback={<ArrivingStep title={stepTitles[id]} />}>
      <View />
    </Suspense>
  )
}

/** Fetches the code of the other steps, so that opening one is immediate. */
export const prefetchSteps = () =>
  Promise.all([...Object.values(loadStep).map(load => load()), loadSignInFold()])

export const steps: readonly Step[] = [
  {
    id: 'service',
    title: stepTitles.service,
    short: 'Service',
    paths: ['version', 'service', 'region', 'stage', 'userPool'],
    shape: 'form',
    Summary: ServiceSummary,
    View: ServiceStep,
  },
  {
    id: 'scopes',
    title: stepTitles.scopes,
    short: 'Scopes',
    paths: ['resourceServers'],
    shape: 'form',
    Summary: ScopesSummary,
    View: lazyStep('scopes'),
  },
  {
    id: 'clients',
    title: stepTitles.clients,
    short: 'App clients',
    paths: ['clients'],
    shape: 'form',
    Summary: ClientsSummary,
    View: lazyStep('clients'),
  },
  {
    id: 'endpoints',
    title: stepTitles.endpoints,
    short: 'Endpoints',
    paths: ['api', 'endpoints'],
    shape: 'wide',
    Summary: EndpointsSummary,
    FooterNote: EndpointsFooterNote,
    View: lazyStep('endpoints'),
  },
  {
    id: 'review',
    title: stepTitles.review,
    short: 'Review & download',
    paths: [],
    shape: 'full',
    Summary: ReviewSummary,
    View: lazyStep('review'),
  },
]

/** The step where the field at `path` is edited; what no step edits is shown on the last. */
export const stepOf = (path: FieldPath): Step =>
  steps.find(step => step.paths.some(part => isWithin(path, part))) ?? steps.at(-1)!
