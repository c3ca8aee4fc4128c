'use client'

import { useRouter } from 'next/navigation'
import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { useExampleItems } from './examples-menu'
import { pages } from './navigation'
import { usePageKind } from './page-kind'
import { useThemeItems } from './theme-menu'
import { useHistory } from './undo-redo'
import { useDocumentActions } from './use-document-actions'

/** The parts of the bar that have no room on a narrow screen. */
export function NarrowMenu() {
  const { newApi, pickFile, saveFile, share, showShortcuts, showCommands } = useDocumentActions()
  const { redo, repeat } = useHistory()
  const router = useRouter()
  const kind = usePageKind()
  const hasDocument = kind === 'document'
  const ofDocument: readonly MenuItem[] = [
    { id: 'save', label: 'Save', icon: 'save', onSelect: () => void saveFile() },
    { id: 'share', label: 'Share', icon: 'link', onSelect: () => void share() },
    ...useExampleItems().map((item, index) => (index === 0 ? { ...item, separated: true } : item)),
  ]
  const redoItem: MenuItem = {
    id: 'redo',
    label: 'Redo',
    icon: 'redo',
    separated: true,
    disabled: redo === undefined,
    onSelect: repeat,
  }
  const openItem: MenuItem = {
    id: 'open',
    label: 'Open',
    icon: 'open',
    separated: !hasDocument,
    onSelect: pickFile,
  }
  const newItem: MenuItem = {
    id: 'new-api',
    label: 'New API',
    icon: 'plus',
    movesFocus: true,
    onSelect: () => void newApi(),
  }
  const commandsItem: MenuItem = {
    id: 'commands',
    label: 'Commands',
    icon: 'search',
    separated: true,
    onSelect: showCommands,
  }
  const shortcutsItem: MenuItem = {
    id: 'shortcuts',
    label: 'Shortcuts',
    icon: 'list',
    onSelect: showShortcuts,
  }
  const items: readonly MenuItem[] = [
    ...pages.map(({ href, label }) => ({ id: href, label, onSelect: () => router.push(href) })),
    ...(hasDocument ? [redoItem, newItem] : []),
    ...(kind === 'text' ? [] : [openItem]),
    ...(hasDocument ? ofDocument : []),
    ...useThemeItems().map((item, index) => (index === 0 ? { ...item, separated: true } : item)),
    ...(kind === 'text' ? [] : [commandsItem, shortcutsItem]),
  ]
  return (
    <MenuButton
      menuLabel="Menu"
      items={items}
      align="end"
      look="quiet"
      square
      icon="menu"
      aria-label="Menu"
      className="md:hidden"
    />
  )
}
