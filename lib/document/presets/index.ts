import { existingUserPool } from './existing-user-pool'
import { machineToMachine } from './machine-to-machine'
import { mobileApp } from './mobile-app'
import type { Preset } from './preset'
import { sharedUserPool } from './shared-user-pool'
import { singlePageApp } from './single-page-app'

export { blank } from './blank'

/** Named examples in menu order; each is valid and complete. */
export const presets: readonly Preset[] = [
  mobileApp,
  singlePageApp,
  machineToMachine,
  existingUserPool,
  sharedUserPool,
]
