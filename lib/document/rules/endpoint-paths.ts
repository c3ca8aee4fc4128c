import { MAX_LOGICAL_ID_LENGTH } from '../../aws/limits'
import type { Draft } from '../draft'
import { isGreedy, isVariable, prefixesOf, segmentsOf } from '../endpoint-path'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { memoize } from '../memoize'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

interface EndpointWithPath {
  readonly index: number
  readonly method: string | undefined
  readonly path: string
  readonly segments: readonly string[]
}

const at = ({ index }: EndpointWithPath): FieldPath => child('endpoints', index, 'path')

const readablePaths = ({ endpoints }: Pick<Draft, 'endpoints'>): EndpointWithPath[] =>
  (endpoints ?? []).flatMap(({ method, path }, i) =>
    path === undefined ? [] : [{ index: i, method, path, segments: segmentsOf(path) }],
  )

/** A path without the names of its variables: `/orders/{id}` and `/orders/{name}` match the same requests. */
const patternOf = memoize(path =>
  segmentsOf(path)
    .map(segment => (isVariable(segment) && !isGreedy(segment) ? '{}' : segment))
    .join('/'),
)

/** Rejects endpoints that match the same requests. */
export const uniqueEndpoints = specRule(['endpoints'], function* (draft) {
  const first = new Map<string, EndpointWithPath>()
  for (const endpoint of readablePaths(draft)) {
    if (endpoint.method === undefined) continue
    const key = `${endpoint.method} ${patternOf(endpoint.path)}`
    const before = first.get(key)
    if (before === undefined) first.set(key, endpoint)
    else
      yield specError(
        'DUPLICATE',
        at(endpoint),
        `${endpoint.method} ${quote(endpoint.path)} is already defined at ${at(before)}${before.path === endpoint.path ? '' : ` as ${quote(before.path)}`}. Change the method or path, or remove it.`,
      )
  }
})

interface Branch {
  readonly children: Map<string, Branch>
  variable?: string
}

/** Rejects a second variable under the same parent, as a REST API does. */
export const siblingVariables = specRule(['api', 'endpoints'], function* (draft) {
  if (draft.api.type !== 'rest') return
  const root: Branch = { children: new Map() }
  for (const endpoint of readablePaths(draft)) {
    const { path, segments } = endpoint
    let branch = root
    let clash: SpecError | undefined
    for (const segment of segments) {
      if (isVariable(segment)) {
        branch.variable ??= segment
        if (branch.variable !== segment)
          clash ??= specError(
            'VARIABLE_CLASH',
            at(endpoint),
            `${quote(path)} has ${quote(segment)} where another path has ${quote(branch.variable)}. A REST API allows one variable under the same parent: use the same name.`,
          )
      }
      let next = branch.children.get(segment)
      if (next === undefined) {
        next = { children: new Map() }
        branch.children.set(segment, next)
      }
      branch = next
    }
    if (clash) yield clash
  }
})

/**
 * Rejects paths that the Serverless Framework cannot deploy. It derives logical IDs from paths (`normalizePath` in its
 * naming.js): of two paths, or parents of paths, with the same ID it drops one without an error, and CloudFormation
 * rejects an ID that is too long.
 */
export const pathsForServerless = specRule(['endpoints'], function* (draft) {
  const owners = new Map<string, string>()
  const seen = new Set<string>()
  for (const endpoint of readablePaths(draft)) {
    const { path } = endpoint
    if (seen.has(path)) continue
    seen.add(path)
    const excess = longestLogicalId(path) - MAX_LOGICAL_ID_LENGTH
    if (excess > 0)
      yield specError(
        'TOO_LONG',
        at(endpoint),
        `The Serverless Framework derives a logical ID of ${MAX_LOGICAL_ID_LENGTH + excess} characters from this path. At most ${MAX_LOGICAL_ID_LENGTH} are allowed: shorten it by ${excess}.`,
      )
    const clash = claim(path, owners)
    if (clash)
      yield specError(
        'PATH_ID_COLLISION',
        at(endpoint),
        `The Serverless Framework generates the same logical ID for ${quote(clash[0])} and ${quote(clash[1])}, so one would be lost. Rename one so that their letters and digits differ.`,
      )
  }
})

/** Records the ID of every prefix of a path; returns the first two different prefixes with the same ID. */
function claim(path: string, owners: Map<string, string>): readonly [string, string] | undefined {
  const prefixes = path === '/' ? [path] : prefixesOf(path)
  const ids = serverlessIds(path)
  let clash: readonly [string, string] | undefined
  for (const [depth, prefix] of prefixes.entries()) {
    const id = ids[depth]!
    const owner = owners.get(id)
    if (owner === undefined) owners.set(id, prefix)
    else if (owner !== prefix) clash ??= [owner, prefix]
  }
  return clash
}

/** Length of a method's logical ID with the longest verb. */
const longestLogicalId = (path: string): number =>
  `ApiGatewayMethod${serverlessIds(path).at(-1)}Options`.length

/** The ID of every prefix of a path; that of the root is empty. */
const serverlessIds = memoize((path): readonly string[] => {
  let id = ''
  return path === '/'
    ? [id]
    : segmentsOf(path).map(segment => {
        id += serverlessPart(segment)
        return id
      })
})

const serverlessPart = memoize(segment => {
  const part = segment
    .toLowerCase()
    .replaceAll('-', 'Dash')
    .replace(/^\{(.*)\}$/, '$1Var')
    .replace(/[^0-9A-Za-z]/g, '')
  return part.charAt(0).toUpperCase() + part.slice(1)
})
