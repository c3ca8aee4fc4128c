import type { Spec } from '../spec'

/** A spec to start from. */
export interface Preset {
  readonly id: string
  readonly label: string
  /** One line about what it demonstrates. */
  readonly description: string
  readonly values: Spec
}
