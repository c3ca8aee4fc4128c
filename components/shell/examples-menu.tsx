'use client'

import { MenuButton, type MenuItem } from '@/components/ui/menu'
import { useDocumentActions } from './document-actions'
import { presets } from './examples'

/** The named examples, and the empty form. */
export function useExampleItems(): readonly MenuItem[] {
  const { start, startBlank } = useDocumentActions()
  return [
    ...presets.map(({ id, label, values }) => ({
      id,
      label,
      onSelect: () => start(values, `Example: ${label}`),
    })),
    { id: 'blank', label: 'Start blank', separated: true, onSelect: startBlank },
  ]
}

export function ExamplesMenu() {
  return (
    <MenuButton menuLabel="Examples" items={useExampleItems()} look="quiet" small after="chevron-down">
      Examples
    </MenuButton>
  )
}
