'use client'

import { createStore, useStore } from '@/components/ui/store'

type Judge = Pick<typeof import('./judgement'), 'authorize' | 'matchEndpoint'>

const store = createStore<Judge | undefined>(undefined)

/** Fetches the code that decides what API Gateway answers. */
export const loadJudge = () => import('./judgement').then(store.set)

/** That code; undefined until it has arrived. */
export const useJudge = (): Judge | undefined => useStore(store)
