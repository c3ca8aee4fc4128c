'use client'

import type { IconName } from '@/components/ui/icon'
import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { type Theme, useTheme } from './theme'

const themes: readonly { readonly id: Theme; readonly label: string; readonly icon: IconName }[] = [
  { id: 'system', label: 'Follow the system', icon: 'theme' },
  { id: 'light', label: 'Light', icon: 'sun' },
  { id: 'dark', label: 'Dark', icon: 'moon' },
]

/** The three themes as menu items. */
export function useThemeItems(): readonly MenuItem[] {
  const { theme, choose } = useTheme()
  return themes.map(({ id, label, icon }) => ({
    id: `theme-${id}`,
    label,
    icon,
    checked: id === theme,
    onSelect: () => choose(id),
  }))
}

export function ThemeMenu() {
  const { theme } = useTheme()
  const { icon, label } = themes.find(({ id }) => id === theme) ?? themes[0]!
  const title = `Theme: ${label.toLowerCase()}`
  return (
    <MenuButton
      menuLabel="Theme"
      items={useThemeItems()}
      align="end"
      look="quiet"
      small
      square
      icon={icon}
      aria-label={title}
      title={title}
    />
  )
}
