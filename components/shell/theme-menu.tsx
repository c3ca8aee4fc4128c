'use client'

import { MenuButton } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { useTheme } from './theme'
import { themeChoice, themes, themeTitle } from './themes'

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
  const choice = themeChoice(theme)
  const title = themeTitle(choice)
  return (
    <MenuButton
      menuLabel="Theme"
      items={useThemeItems()}
      align="end"
      look="quiet"
      small
      square
      icon={choice.icon}
      aria-label={title}
      title={title}
    />
  )
}
