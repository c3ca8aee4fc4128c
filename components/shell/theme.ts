'use client'

import { createStore, useStore } from '@/components/ui/store'
import { shownTheme, showTheme, type Theme } from './themes'

const themeStore = createStore<Theme>('system')

if (typeof document !== 'undefined') themeStore.set(shownTheme())

function chooseTheme(theme: Theme) {
  showTheme(theme)
  themeStore.set(theme)
}

/** The chosen theme, and a function that chooses another. */
export const useTheme = () => ({ theme: useStore(themeStore), choose: chooseTheme })
