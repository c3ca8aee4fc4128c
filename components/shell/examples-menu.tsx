'use client'

import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { usePresets } from './presets'
import { useDocumentActions } from './use-document-actions'

/** The named examples, the empty form, and the documents that were open before. */
export function useExampleItems(): readonly MenuItem[] {
  const { openExample, startBlank, showRecent } = useDocumentActions()
  return [
    ...usePresets().map(({ id, label, description, values }) => ({
      id,
      label,
      description,
      onSelect: () => openExample(values, label),
    })),
    {
      id: 'blank',
      label: 'Start blank',
      description: 'An empty form.',
      separated: true,
      onSelect: () => void startBlank(),
    },
    {
      id: 'recent',
      label: 'Recent documents',
      description: 'Documents that were open before.',
      onSelect: showRecent,
    },
  ]
}

export function ExamplesMenu() {
  return (
    <MenuButton menuLabel="Examples" items={useExampleItems()} look="quiet" small after="chevron-down">
      Examples
    </MenuButton>
  )
}
