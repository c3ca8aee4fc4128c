'use client'

import { Output } from '@/components/preview/output'
import type { PreviewProps } from '@/components/preview/preview'
import { useDocumentActions } from '@/components/shell/document-actions'
import { Wizard } from '@/components/wizard/wizard'

/** Joins features that do not import each other: the wizard, its output, and the bar's dialogs. */
export function WizardPage({ formats, first }: PreviewProps) {
  const { showShortcuts } = useDocumentActions()
  return (
    <Wizard
      onShortcuts={showShortcuts}
      output={roomy => <Output formats={formats} first={first} closed={!roomy} />}
    />
  )
}
