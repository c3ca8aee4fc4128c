'use client'

import type { ReactNode } from 'react'
import { Output } from '@/components/preview/output'
import type { PreviewProps } from '@/components/preview/preview'
import { StartBand } from '@/components/shell/start/start-band'
import { useDocumentActions } from '@/components/shell/use-document-actions'
import { Wizard } from '@/components/wizard/wizard'

export interface WizardPageProps extends PreviewProps {
  /** What the doors of the first visit say. */
  readonly start: ReactNode
}

/** Joins features that do not import each other: the wizard, its output, and the bar's dialogs. */
export function WizardPage({ start, formats, first }: WizardPageProps) {
  const { showShortcuts } = useDocumentActions()
  return (
    <>
      <StartBand>{start}</StartBand>
      <Wizard
        onShortcuts={showShortcuts}
        output={roomy => <Output formats={formats} first={first} closed={!roomy} />}
      />
    </>
  )
}
