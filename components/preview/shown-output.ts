'use client'

import type { Engine, Output } from '@/components/session/engine'
import { useSession } from '@/components/session/session'
import { useStore } from '@/components/ui/store'
import type { FormatId } from '@/lib/compile'
import { useDebouncedStore } from './use-debounced-store'

/** The first format of the example, printed when the page was built. */
export interface FirstOutput extends ShownOutput {
  readonly format: FormatId
}

export type ShownOutput = Pick<Output, 'fileName' | 'text' | 'lineCount' | 'byteLength'>

/**
 * The output to show in one format: that of the last valid state of the open document. Until the compiler has arrived
 * it is what the page was built with, as long as the document is still the example. Otherwise undefined.
 */
export function shownOutput(engine: Engine, format: FormatId, first: FirstOutput): ShownOutput | undefined {
  const output = engine.output(format)
  if (output) return output
  const { valid, isExample } = engine.get()
  return !valid && isExample && first.format === format ? first : undefined
}

/** The same for views, once changes have paused. It is there from the first paint, so that nothing moves. */
export function useShownOutput(format: FormatId, first: FirstOutput): ShownOutput | undefined {
  const { engine } = useSession()
  const output = useDebouncedStore(engine, () => shownOutput(engine, format, first), format)
  // The debounced value is rendered later than what the compiler brings meanwhile: without this, a blank frame between them.
  const meanwhile = useStore(engine, ({ valid, isExample }) => {
    if (output) return undefined
    if (valid) return valid.output(format)
    return isExample && first.format === format ? first : undefined
  })
  return output ?? meanwhile
}
