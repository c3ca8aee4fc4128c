/**
 * The only module that imports zod (a lint rule holds that). `jitless` must be set before the first schema is
 * constructed, or zod probes `new Function`, which a strict CSP reports as a violation. Use it as
 * `import * as z from './zod'`: a named `{ z }` import would pull in every locale (95 KB instead of 28).
 */
import { config } from 'zod'

config({ jitless: true })

export * from 'zod'
