'use client'

import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { usePresets } from './presets'
import { useDocumentActions } from './use-document-actions'

/** The named examples, the empty form, and the documents that were open before. */
export function useExampleItems(): readonly MenuItem[] {
  const { openExample, newApi, startBlank, showRecent } = useDocumentActions()
  return [
    ...usePresets().map(({ id, label, description, values }) => ({
      id,
      label,
      description,
      onSelect: () => openExample(values, label),
    })),
    {
      id: 'new-api',
      label: 'New API',
      description: 'Names follow the service name.',
      separated: true,
      movesFocus: true,
      onSelect: () => void newApi(),
    },
    {
      id: 'blank',
      label: 'Start blank',
      description: 'An empty form.',
      onSelect: () => void startBlank(),
    },
    {
      id: 'recent',
      label: 'Recent documents',
      description: 'Documents that another one replaced.',
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
