import { acknowledged } from './acknowledged'
import { api } from './api'
import { clients } from './client'
import { endpoints } from './endpoint'
import { group, literal, optional, withDefault } from './field-kinds'
import type { Input, Output } from './field-values'
import { resourceServers } from './resource-server'
import { region, service, stage } from './service'
import { userPool } from './user-pool'

/** Structure, defaults and what each field may hold by itself; rules over several fields are in `rules/`. */
export const specFields = group(
  {
    version: literal(1, {
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
  },
  { label: 'Spec', help: 'One API, its user pool and who may call it.' },
)

/** A valid spec document, defaults filled in. */
export type Spec = Output<typeof specFields>
/** The document as written: what has a default may be missing. */
export type SpecInput = Input<typeof specFields>
