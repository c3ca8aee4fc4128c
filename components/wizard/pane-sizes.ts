'use client'

import type { StepId } from '@/components/session/step-address'
import { createSavedStore, useStore } from '@/components/ui/store'

/** Widths in px by step. */
type PaneSizes = Readonly<Record<string, number>>

const paneSizes = createSavedStore<PaneSizes>('cognito-scope-wizard.panes', {}, saved =>
  Object.fromEntries(
    Object.entries(saved ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  ),
)

/** The width that a step's split was dragged to, in px; undefined means that the layout decides. */
export function usePaneSize(step: StepId) {
  return {
    size: useStore(paneSizes, sizes => sizes[step]),
    setSize(next: number | undefined) {
      const { [step]: _, ...others } = paneSizes.get()
      paneSizes.set(next === undefined ? others : { ...others, [step]: next })
    },
  }
}
