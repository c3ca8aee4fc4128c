import { memoize } from '../document/memoize'
import { shortHash } from './ids'
import type { LambdaFunction, Model } from './model'

/** Maximum length of a stage, which is known only at deploy time. */
const STAGE = 32
/** Lambda function and IAM role names end here (Lambda API FunctionName, IAM API RoleName). */
const MAX_NAME = 64
/** The longest Region name in use has 15 characters. */
const REGION = 16
const HASH = 8

/**
 * A function's key in its service: the handler's path in camel case. An id that was in use ends in a hash instead; the
 * second lookbehind keeps the two kinds apart.
 */
export const functionKey = ({ id }: Pick<LambdaFunction, 'id'>): string => keyOfId(id)

const keyOfId = memoize((id: string): string => {
  const stem = id.replace(/(?<!^|Function[0-9a-f]{8})Function$/, '')
  return stem.charAt(0).toLowerCase() + stem.slice(1)
})

/** Room for the service name and the key of a function: a name without its stage. */
const FUNCTION_ROOM = MAX_NAME - STAGE - 1

/** The service name where the name of a function contains only a piece of it; undefined where it contains all of it. */
export const cutService = (service: string, node: Pick<LambdaFunction, 'id'>): string | undefined =>
  service.length + 1 + functionKey(node).length > FUNCTION_ROOM ? service : undefined

/** Name of a function without its stage. More than 64 characters would fail at the deployment, and only there. */
export function functionName(service: string, key: string): string {
  const name = `${service}-${key}`
  if (name.length <= FUNCTION_ROOM) return name
  // A piece of each part and a hash of the whole.
  const pieces = FUNCTION_ROOM - HASH - 2
  const head = cut(service, Math.floor(pieces / 2))
  return `${head}-${key.slice(head.length - pieces)}-${shortHash(name)}`
}

/** Name of the functions' role without its stage and Region; an IAM name is unique in the account, not in a Region. */
export function roleName({ service, region }: Model): string {
  const room = MAX_NAME - STAGE - 1 - Math.max(REGION, region.length) - 1
  if (service.length <= room) return service
  return [cut(service, room - HASH - 1), shortHash(service)].filter(Boolean).join('-')
}

const cut = (text: string, length: number): string => text.slice(0, Math.max(0, length)).replace(/-+$/, '')
