'use client'

import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { createStore, useStore } from '@/components/ui/store'
import type { Preset } from '@/lib/document/presets/preset'

const presetStore = createStore<readonly Preset[]>([])

// The examples are not needed at the start: they load after the form.
prefetchAfterLoad(async () => presetStore.set((await import('@/lib/document/presets')).presets))

/** The named examples, empty until they have arrived. */
export const usePresets = (): readonly Preset[] => useStore(presetStore)
