import type { Endpoint, Model } from '../model/model'
import type { PastedRequest } from '../token/request-in-paste'

/**
 * Finds the endpoint that a request reaches; undefined if none matches. The first path segment may be the stage or a
 * base path of a custom domain, so it may be missing from the endpoint's path.
 */
export function matchEndpoint({ endpoints }: Model, { method, path }: PastedRequest): Endpoint | undefined {
  const segments = segmentsOf(path)
  return best(endpoints, method, segments) ?? best(endpoints, method, segments.slice(1))
}

const segmentsOf = (path: string): readonly string[] => path.split('/').filter(Boolean)

/** Like API Gateway: a literal segment counts more than a variable, a variable more than {proxy+}, a method more than ANY. */
function best(endpoints: readonly Endpoint[], method: string, path: readonly string[]): Endpoint | undefined {
  let found: Endpoint | undefined
  let foundRank = ''
  for (const endpoint of endpoints) {
    if (endpoint.method !== method && endpoint.method !== 'ANY') continue
    const rank = rankOf(segmentsOf(endpoint.path), path)
    if (rank === undefined) continue
    const whole = `${rank}${endpoint.method === method ? '2' : '1'}`
    if (whole <= foundRank) continue
    found = endpoint
    foundRank = whole
  }
  return found
}

/** One digit a segment, the larger the more specific; undefined if the path does not match. */
function rankOf(template: readonly string[], path: readonly string[]): string | undefined {
  let rank = ''
  for (const [i, part] of template.entries()) {
    const segment = path[i]
    if (segment === undefined) return undefined
    if (part.endsWith('+}')) return `${rank}1`
    if (part === segment) rank += '3'
    else if (part.startsWith('{')) rank += '2'
    else return undefined
  }
  return template.length === path.length ? `${rank}9` : undefined
}
