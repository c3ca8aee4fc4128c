import { cdk } from './cdk/cdk'
import { cloudformation, cloudformationJson } from './cloudformation/cloudformation'
import type { Format } from './format'
import { openapi } from './openapi/openapi'
import { sam } from './sam/sam'
import { serverless } from './serverless/serverless'
import { terraform } from './terraform/terraform'

/** Output formats, in tab order. */
export const formats = [
  cloudformation,
  cloudformationJson,
  sam,
  serverless,
  cdk,
  terraform,
  openapi,
] as const satisfies readonly Format[]

export type FormatId = (typeof formats)[number]['id']

/** The format with this id; undefined for any other word. */
export const findFormat = (id: string): (typeof formats)[number] | undefined =>
  formats.find(format => format.id === id)

/** The format with this id. */
export const formatOf = (id: FormatId): Format => {
  const format = findFormat(id)
  if (!format) throw new TypeError(`no format ${id}`)
  return format
}
