import { whole } from '../../deployed/compare'
import type { Endpoint } from '../../deployed/deployed'

/** How the logical ids of methods and routes begin. */
export const PREFIXES = { rest: 'ApiGatewayMethod', http: 'HttpApiRoute' } as const

/** The logical id that the framework gives to the method or route of an event; undefined if that is not known. */
export function logicalIdOf({
  apiType: type,
  method,
  path,
}: Pick<Endpoint, 'apiType' | 'method' | 'path'>): string | undefined {
  const [verb, where] = [whole(method), whole(path)]
  if (verb === undefined || where === undefined) return undefined
  if (where === '$default') return `${PREFIXES[type]}Default`
  const segments = where.replace(/^\//, '').split('/').map(word).join('')
  return type === 'rest' ? PREFIXES.rest + segments + word(verb) : PREFIXES.http + word(verb) + segments
}

/** `{userId}` is UseridVar, `sign-up` is SignDashup. */
function word(segment: string): string {
  const text = segment
    .toLowerCase()
    .replace(/-/g, 'Dash')
    .replace(/\{(.*)\}/g, '$1Var')
    .replace(/[^0-9A-Za-z]/g, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
