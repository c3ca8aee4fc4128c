'use client'

import { useDocumentActions } from '@/components/shell/document-actions'
import { Wizard } from '@/components/wizard/wizard'

export function WizardPage() {
  const { showShortcuts } = useDocumentActions()
  return <Wizard output={null} onShortcuts={showShortcuts} />
}
