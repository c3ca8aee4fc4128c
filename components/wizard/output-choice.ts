'use client'

import { createContext, useContext } from 'react'

/** Whether the review step shows the output next to it, and a function that changes that. */
export interface OutputShown {
  readonly shown: boolean
  readonly show: (shown: boolean) => void
}

export const OutputChoice = createContext<OutputShown>({ shown: false, show: () => {} })

export const useOutputChoice = () => useContext(OutputChoice)
