import { acknowledged } from './acknowledged'
import { api } from './api'
import { clients } from './client'
import { endpoints } from './endpoint'
import { fieldRegistry } from './field-registry'
import { optional, withDefault } from './list'
import { resourceServers } from './resource-server'
import { region, service, stage } from './service'
import { userPool } from './user-pool'
import * as z from './zod'

/** Structure, defaults and what each field may hold by itself; rules over several fields are in `rules/`. */
export const specSchema = z
  .strictObject({
    version: z.literal(1).register(fieldRegistry, {
      label: 'Version',
      help: 'The version of this document format.',
      example: '1',
    }),
    service,
    region: withDefault(region, 'us-east-1'),
    stage: withDefault(stage, 'dev'),
    userPool,
    resourceServers,
    clients,
    api,
    endpoints,
    acknowledged: optional(acknowledged),
  })
  .register(fieldRegistry, { label: 'Spec', help: 'One API, its user pool and who may call it.' })

/** A valid spec document, defaults filled in. */
export type Spec = z.output<typeof specSchema>
/** The document as written: what has a default may be missing. */
export type SpecInput = z.input<typeof specSchema>
