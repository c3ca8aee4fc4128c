import type { Draft } from '../draft'
import { isGreedy, isVariable, prefixesOf, segmentsOf } from '../endpoint-path'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { memoize } from '../memoize'
import { quote } from '../quote'
import type { SpecRule } from './rule'

interface Placed {
  readonly index: number
  readonly method: string | undefined
  readonly path: string
  readonly segments: readonly string[]
}

const at = ({ index }: Placed): FieldPath => child('endpoints', index, 'path')

const placed = ({ endpoints }: Draft): Placed[] =>
  (endpoints ?? []).flatMap(({ method, path }, i) =>
    path === undefined ? [] : [{ index: i, method, path, segments: segmentsOf(path) }],
  )

/** `/orders/{id}` as what it matches: a variable has a place, its name means nothing. */
const placesOf = memoize(path =>
  segmentsOf(path)
    .map(segment => (isVariable(segment) && !isGreedy(segment) ? '{}' : segment))
    .join('/'),
)

/** `GET /orders/{id}` and `GET /orders/{name}` are one endpoint. */
export const uniqueEndpoints: SpecRule = function* (draft) {
  const first = new Map<string, Placed>()
  for (const endpoint of placed(draft)) {
    if (endpoint.method === undefined) continue
    const key = `${endpoint.method} ${placesOf(endpoint.path)}`
    const before = first.get(key)
    if (before === undefined) first.set(key, endpoint)
    else
      yield specError(
        'DUPLICATE',
        at(endpoint),
        `${endpoint.method} ${quote(endpoint.path)} is already at ${at(before)}${before.path === endpoint.path ? '' : ` as ${quote(before.path)}`}; change its method or path, or remove it.`,
      )
  }
}

interface Branch {
  readonly children: Map<string, Branch>
  variable?: string
}

/** "A sibling of this resource already has a variable path part -- only one is allowed", says API Gateway. */
export const siblingVariables: SpecRule = function* (draft) {
  if (draft.api.type !== 'rest') return
  const root: Branch = { children: new Map() }
  for (const endpoint of placed(draft)) {
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
            `${quote(path)} has ${quote(segment)} where another path has ${quote(branch.variable)}; a REST API takes one variable under one parent, so use the same.`,
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
}

/**
 * The Serverless Framework makes logical ids of paths (`normalizePath` in its naming.js). Where two paths, or the
 * parents of two paths, get one id, it drops one of them without a word.
 */
export const pathsForServerless: SpecRule = function* (draft) {
  const owners = new Map<string, string>()
  const seen = new Set<string>()
  for (const endpoint of placed(draft)) {
    const { path } = endpoint
    if (seen.has(path)) continue
    seen.add(path)
    const clash = claim(path, owners)
    if (clash)
      yield specError(
        'PATHS_FALL_TOGETHER',
        at(endpoint),
        `The Serverless Framework cannot tell ${quote(clash[1])} from ${quote(clash[0])} and would drop one of them; rename one so that letters and digits differ.`,
      )
  }
}

/** Claims the id of every prefix of a path; the first owner and newcomer that differ, if any do. */
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

/** The id of every prefix of a path; that of the root is empty. */
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
