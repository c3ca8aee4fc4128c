import type { Engine, Output } from '@/components/session/engine'
import type { FormatId } from '@/lib/compile'

/** The first format of the example, printed when the page was built. */
export interface FirstOutput {
  readonly format: FormatId
  readonly fileName: string
  readonly text: string
}

/**
 * The output to show in one format: that of the last valid state of the open document. Until the compiler has arrived
 * it is what the page was built with, as long as the document is still the example. Otherwise undefined.
 */
export function shownOutput(
  engine: Engine,
  format: FormatId,
  first: FirstOutput,
): Pick<Output, 'fileName' | 'text'> | undefined {
  const output = engine.output(format)
  if (output) return output
  const { valid, isExample } = engine.get()
  return !valid && isExample && first.format === format ? first : undefined
}
