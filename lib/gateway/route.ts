import { METHODS } from '../aws/patterns'
import { isGreedy, isVariable, segmentsOf } from '../document/endpoint-path'
import type { Endpoint, Model } from '../model/model'
import { decodeText } from './request'

/** An endpoint that a request reaches, and the values of its path variables, decoded. */
export interface Match {
  readonly endpoint: Endpoint
  readonly pathParameters: Readonly<Record<string, string>>
}

/**
 * Finds the endpoint for a method and an encoded path without its stage. API Gateway matches the pair: a literal segment
 * without the method yields to a variable one that has it (measured: ministack #1423, floci #3399). A REST API ignores
 * one slash at the end (powertools-lambda-python #1609); for an HTTP API the sources disagree, so it counts there. `ANY`
 * is DELETE, GET, HEAD, OPTIONS, PATCH, POST and PUT (guide, "Set up an HTTP method"), and no other method reaches anything.
 */
export function match(model: Model, method: string, path: string): Match | undefined {
  const sent = segmentsSent(model, path)
  if (!sent || !METHODS.some(supported => supported === method)) return undefined
  let best: Endpoint | undefined
  for (const endpoint of model.endpoints) {
    if (endpoint.method !== method && endpoint.method !== 'ANY') continue
    if (fits(segmentsOf(endpoint.path), sent) && (!best || precedes(endpoint, best))) best = endpoint
  }
  return best && { endpoint: best, pathParameters: parameters(segmentsOf(best.path), sent) }
}

/** The endpoints whose path is the one that serves this path, whatever their method: what a preflight asks about. */
export function endpointsAt(model: Model, path: string): readonly Endpoint[] {
  const sent = segmentsSent(model, path)
  if (!sent) return []
  const fitting = model.endpoints.filter(endpoint => fits(segmentsOf(endpoint.path), sent))
  const [first] = fitting.toSorted((a, b) => (precedes(a, b) ? -1 : 1))
  return first ? fitting.filter(endpoint => endpoint.path === first.path) : []
}

/** The segments of a path, still encoded; undefined for a path that no resource can have. */
function segmentsSent({ api }: Model, path: string): readonly string[] | undefined {
  const trimmed = api.type === 'rest' && path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  if (!trimmed.startsWith('/')) return undefined
  return trimmed === '/' ? [] : trimmed.slice(1).split('/')
}

function fits(pattern: readonly string[], sent: readonly string[]): boolean {
  const last = pattern.at(-1)
  const greedy = last !== undefined && isGreedy(last)
  if (greedy ? sent.length < pattern.length : sent.length !== pattern.length) return false
  return pattern.every((segment, i) => {
    const value = sent[i]
    if (value === undefined) return false
    if (isGreedy(segment)) return sent.length > pattern.length || value !== ''
    return isVariable(segment) ? value !== '' : decodeText(value) === segment
  })
}

/**
 * Whether `a` is the more specific of two endpoints that both fit: literal, then variable, then greedy; method, then ANY. A
 * greedy variable comes last, so where one path ends the other does, or they differed before.
 */
function precedes(a: Endpoint, b: Endpoint): boolean {
  const [left, right] = [segmentsOf(a.path), segmentsOf(b.path)]
  for (const [i, segment] of left.entries()) {
    const difference = rank(segment) - rank(right[i]!)
    if (difference !== 0) return difference < 0
  }
  return a.method !== 'ANY' && b.method === 'ANY'
}

const rank = (segment: string): number => (isGreedy(segment) ? 2 : isVariable(segment) ? 1 : 0)

function parameters(pattern: readonly string[], sent: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pattern.flatMap((segment, i) => {
      if (!isVariable(segment)) return []
      const name = segment.slice(1, isGreedy(segment) ? -2 : -1)
      return [[name, decodeText(isGreedy(segment) ? sent.slice(i).join('/') : sent[i]!)]]
    }),
  )
}
