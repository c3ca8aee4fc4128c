/** The only script of a page of text as the build serves it: the theme menu and, on a narrow screen, the menu. */
import { paths } from '@/components/ui/icon'
import type { MenuItem } from '@/components/ui/menu-item'
import { shownTheme, showTheme, themeChoice, themes, themeTitle } from '../themes'
import { attachMenu } from './menu'

const themeButton = document.querySelector<HTMLElement>('header button[aria-label^="Theme"]')
const menuButton = document.querySelector<HTMLElement>('header button[aria-label="Menu"]')

/** Shows the theme on its button, as `theme-menu.tsx` does. */
function nameTheme() {
  const choice = themeChoice(shownTheme())
  themeButton?.querySelector('path')?.setAttribute('d', paths[choice.icon])
  themeButton?.setAttribute('title', themeTitle(choice))
  themeButton?.setAttribute('aria-label', themeTitle(choice))
}

const themeItems = (): readonly MenuItem[] =>
  themes.map(({ id, label, icon }) => ({
    id,
    label,
    icon,
    checked: id === shownTheme(),
    onSelect() {
      showTheme(id)
      nameTheme()
    },
  }))

const pageItems = (): readonly MenuItem[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('header nav a')].map(({ href, textContent }) => ({
    id: href,
    label: textContent ?? '',
    onSelect: () => location.assign(href),
  }))

nameTheme()
if (themeButton) attachMenu(themeButton, 'Theme', themeItems)
if (menuButton)
  attachMenu(menuButton, 'Menu', () => [
    ...pageItems(),
    ...themeItems().map((item, index) => (index === 0 ? { ...item, separated: true } : item)),
  ])
