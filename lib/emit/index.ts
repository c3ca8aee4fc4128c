import { cloudformation } from './cloudformation'
import { cloudformationJson } from './cloudformation-json'
import type { Emitter } from './emitter'

/** Output formats, in tab order. */
export const emitters: readonly Emitter[] = [cloudformation, cloudformationJson]
