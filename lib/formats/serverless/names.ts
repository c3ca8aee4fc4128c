import { shortHash } from '../../model/ids'
import type { Endpoint, LambdaFunction, Model } from '../../model/model'

/** Maximum length of a stage, which is known only at deploy time. */
const MAX_STAGE = 32
/** Maximum length of the name of a Lambda function or an IAM role (Lambda API FunctionName, IAM API RoleName). */
const MAX_NAME = 64
/** Room for the name of a Region; the longest in use has 15 characters. */
const MAX_REGION = 16
const HASH_LENGTH = 8

/**
 * The key under `functions:`, from which the framework makes logical ids: the handler's path in camel case. An id that
 * was taken ends in a hash instead; the second lookbehind keeps the two kinds apart.
 */
export function functionKey({ id }: Pick<LambdaFunction, 'id'>): string {
  const stem = id.replace(/(?<!^|Function[0-9a-f]{8})Function$/, '')
  return stem.charAt(0).toLowerCase() + stem.slice(1)
}

/**
 * Name of a function without its stage. The framework's own, `service-stage-key`, may pass Lambda's 64 characters and
 * then fails at the deployment only, so a long one keeps a piece of each part and a hash of the whole.
 */
export function functionName(service: string, key: string): string {
  const name = `${service}-${key}`
  const room = MAX_NAME - MAX_STAGE - 1
  if (name.length <= room) return name
  const pieces = room - HASH_LENGTH - 2
  const head = cut(service, Math.floor(pieces / 2))
  return `${head}-${key.slice(head.length - pieces)}-${shortHash(name)}`
}

/** Name of the functions' role without its stage and Region; an IAM name is unique in the account, not in a Region. */
export function roleName({ service, region }: Model): string {
  const room = MAX_NAME - MAX_STAGE - 1 - Math.max(MAX_REGION, region.length) - 1
  if (service.length <= room) return service
  return [cut(service, room - HASH_LENGTH - 1), shortHash(service)].filter(Boolean).join('-')
}

const cut = (text: string, length: number): string => text.slice(0, Math.max(0, length)).replace(/-+$/, '')

/** The framework's own logical id of a method (`ApiGatewayMethodOrdersIdVarGet`), for what must refer to it. */
export const methodLogicalId = ({ path, method }: Pick<Endpoint, 'path' | 'method'>): string =>
  `ApiGatewayMethod${path.split('/').map(normalizePart).join('')}${capital(method.toLowerCase())}`

// As `normalizePathPart` and `normalizeMethodName` do in the framework's lib/plugins/aws/lib/naming.js.
const normalizePart = (part: string): string =>
  capital(
    part
      .toLowerCase()
      .replaceAll('-', 'Dash')
      .replace(/\{(.*)\}/g, '$1Var')
      .replace(/[^0-9A-Za-z]/g, ''),
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
