'use client'

import { createContext, useContext } from 'react'

/** Whether the review step stands beside the output, and the way to change it. */
export interface OutputShown {
  readonly shown: boolean
  readonly show: (shown: boolean) => void
}

export const OutputChoice = createContext<OutputShown>({ shown: false, show: () => {} })

export const useOutputChoice = () => useContext(OutputChoice)
