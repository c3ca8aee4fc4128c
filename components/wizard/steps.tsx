'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import { type FieldPath, isWithin } from '@/lib/document/field-path'
import type { StepId } from './address'
import { ClientsFact, EndpointsFact, EndpointsNote, ReviewFact, ScopesFact, ServiceFact } from './facts'
import { ServiceStep } from './steps/service-step'

export interface Step {
  readonly id: StepId
  readonly title: string
  /** In a button that leads here. */
  readonly short: string
  /** The parts of the document that it edits. */
  readonly paths: readonly FieldPath[]
  /** How much room it wants: a column beside the output, a table beside a narrow output, or everything. */
  readonly shape: 'form' | 'wide' | 'full'
  /** What the rail says of it when nothing is wrong. */
  readonly Fact: ComponentType
  readonly View: ComponentType
  /** Beside the way on, when nothing is wrong. */
  readonly Note?: ComponentType
}

const later = {
  scopes: () => import('./steps/scopes-step'),
  clients: () => import('./steps/clients-step'),
  endpoints: () => import('./steps/endpoints-step'),
  review: () => import('./steps/review-step'),
} as const

/**
 * A step whose code comes later. The first step must not stand in a Suspense: React would bring that part of the page
 * to life last, after the saved document has taken the example's place.
 */
function arriving(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  const View = lazy(load)
  return () => (
    <Suspense fallback={<div className="flex-1" />}>
      <View />
    </Suspense>
  )
}

/** Fetches the steps that are not on the page yet, so that going there takes no time. */
export const prefetchSteps = () => Promise.all(Object.values(later).map(load => load()))

export const steps: readonly Step[] = [
  {
    id: 'service',
    title: 'Service & user pool',
    short: 'Service',
    paths: ['version', 'service', 'region', 'stage', 'userPool'],
    shape: 'form',
    Fact: ServiceFact,
    View: ServiceStep,
  },
  {
    id: 'scopes',
    title: 'Resource server & scopes',
    short: 'Scopes',
    paths: ['resourceServers'],
    shape: 'form',
    Fact: ScopesFact,
    View: arriving(later.scopes),
  },
  {
    id: 'clients',
    title: 'App clients & callback URLs',
    short: 'App clients',
    paths: ['clients'],
    shape: 'form',
    Fact: ClientsFact,
    View: arriving(later.clients),
  },
  {
    id: 'endpoints',
    title: 'Endpoints',
    short: 'Endpoints',
    paths: ['api', 'endpoints'],
    shape: 'wide',
    Fact: EndpointsFact,
    Note: EndpointsNote,
    View: arriving(later.endpoints),
  },
  {
    id: 'review',
    title: 'Review & download',
    short: 'Review & download',
    paths: [],
    shape: 'full',
    Fact: ReviewFact,
    View: arriving(later.review),
  },
]

/** The step where the field at `path` is edited; what no step edits is shown on the last. */
export const stepOf = (path: FieldPath): Step =>
  steps.find(step => step.paths.some(part => isWithin(path, part))) ?? steps.at(-1)!
