'use client'

import { createStore, useStore } from '@/components/ui/store'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'cognito-scope-wizard.theme'

/** Runs in the head, before the first paint, so that a chosen theme never flashes. */
export const themeScript = `try{var t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`

const themeStore = createStore<Theme>('system')

if (typeof document !== 'undefined') {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') themeStore.set(chosen)
}

function chooseTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  themeStore.set(theme)
}

/** The chosen theme, and a function that chooses another. */
export const useTheme = () => ({ theme: useStore(themeStore), choose: chooseTheme })
