'use client'

import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { useDocumentActions } from './document-actions'
import { usePresets } from './presets'

/** The named examples, and the empty form. */
export function useExampleItems(): readonly MenuItem[] {
  const { start, startBlank } = useDocumentActions()
  return [
    ...usePresets().map(({ id, label, description, values }) => ({
      id,
      label,
      title: description,
      onSelect: () => start(values, `Example: ${label}`),
    })),
    { id: 'blank', label: 'Start blank', separated: true, onSelect: () => void startBlank() },
  ]
}

export function ExamplesMenu() {
  return (
    <MenuButton menuLabel="Examples" items={useExampleItems()} look="quiet" small after="chevron-down">
      Examples
    </MenuButton>
  )
}
