'use client'

import { createSavedStore } from '@/components/ui/store'

/** Whether single keys without Ctrl, Alt or ⌘ are shortcuts (WCAG 2.1.4): they can be pressed by speech input by mistake. */
export const singleKeys = createSavedStore('cognito-scope-wizard.single-keys', true, saved => saved !== false)
