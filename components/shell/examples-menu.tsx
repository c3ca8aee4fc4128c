'use client'

import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { usePresets } from './presets'
import { useDocumentActions } from './use-document-actions'

/** A new API, the empty form, the named examples, and the documents that were open before. */
export function useExampleItems(): readonly MenuItem[] {
  const { openExample, newApi, startBlank, showRecent } = useDocumentActions()
  return [
    {
      id: 'new-api',
      label: 'New API',
      description: 'Name it, then paste its endpoints.',
      movesFocus: true,
      onSelect: () => void newApi(),
    },
    {
      id: 'blank',
      label: 'Start blank',
      description: 'An empty form.',
      onSelect: () => void startBlank(),
    },
    ...usePresets().map(({ id, label, description, values }, index) => ({
      id,
      label,
      description,
      separated: index === 0,
      onSelect: () => openExample(values, label),
    })),
    {
      id: 'recent',
      label: 'Recent documents',
      description: 'Documents that were open before.',
      separated: true,
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
