import type { Emitter } from './emitter'

/** Output formats, in tab order. */
export const emitters: readonly Emitter[] = []
