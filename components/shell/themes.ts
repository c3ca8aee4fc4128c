import type { IconName } from '@/components/ui/icon'

export type Theme = 'system' | 'light' | 'dark'

export interface ThemeChoice {
  readonly id: Theme
  readonly label: string
  readonly icon: IconName
}

/** The themes, in the order of the menu. */
export const themes: readonly [ThemeChoice, ...ThemeChoice[]] = [
  { id: 'system', label: 'Follow the system', icon: 'theme' },
  { id: 'light', label: 'Light', icon: 'sun' },
  { id: 'dark', label: 'Dark', icon: 'moon' },
]

/** A theme by its id. */
export const themeChoice = (theme: Theme): ThemeChoice => themes.find(({ id }) => id === theme) ?? themes[0]

/** The name of the button that shows the theme. */
export const themeTitle = ({ label }: ThemeChoice): string => `Theme: ${label.toLowerCase()}`

const KEY = 'cognito-scope-wizard.theme'

/** Runs in the head, before the first paint, so that a chosen theme never flashes. */
export const themeScript = `try{var t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`

/** The theme that the page shows. */
export function shownTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Shows a theme and keeps the choice in this browser. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the choice lasts until the page is left.
  }
}
