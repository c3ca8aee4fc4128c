import type { AccessGraph, LinkIndex, Note } from '@/lib/access-map/graph'
import { indexLinks } from '@/lib/access-map/graph'
import type { Item } from '@/lib/access-map/layout'

const noteWords: Readonly<Record<Note, string>> = {
  unreachable: 'no client can call it',
  'id-token-only': 'rejects access tokens',
  undecided: 'not shown in these files',
  'calls-nothing': 'can call no endpoint',
  'grants-nothing': 'no endpoint requires it',
  'no-client': 'no client can request it',
  undeclared: 'not declared',
}

/** What stands out about an item, in words; undefined when nothing does. */
export function noteOf(item: Item): string | undefined {
  if (item.type !== 'group') return item.note && noteWords[item.note]
  const found = item.members.flatMap(({ note }) => note ?? [])
  if (found.length === 0) return undefined
  return `${found.length} ${found.every(note => note === 'unreachable') ? 'unreachable' : 'to check'}`
}

/** What stands out in the whole map: `2 endpoints that no client can call`. */
export function summaryOf({ clients, credentials, endpoints }: AccessGraph): readonly string[] {
  const all = [...endpoints, ...credentials, ...clients]
  const count = (note: Note, one: string, many: string) => {
    const { length } = all.filter(node => node.note === note)
    return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`]
  }
  return [
    ...count('unreachable', 'endpoint that no client can call', 'endpoints that no client can call'),
    ...count('id-token-only', 'endpoint rejects access tokens', 'endpoints reject access tokens'),
    ...count('undeclared', 'scope is not declared', 'scopes are not declared'),
    ...count('grants-nothing', 'scope that no endpoint requires', 'scopes that no endpoint requires'),
    ...count('calls-nothing', 'client can call no endpoint', 'clients can call no endpoint'),
  ]
}

/** How many nodes of each kind there are. */
export const sizeOf = ({ clients, credentials, endpoints }: AccessGraph): string =>
  [
    counted(clients.length, 'client'),
    counted(credentials.filter(({ kind }) => kind === 'scope').length, 'scope'),
    counted(endpoints.length, 'endpoint'),
  ].join(' · ')

/** Returns the function that says what an item is connected to, for screen readers. */
export function descriptions(graph: AccessGraph): (item: Item) => string {
  const grants = indexLinks(graph.grants)
  const requirements = indexLinks(graph.requirements)
  const names = new Map(
    [...graph.clients, ...graph.credentials, ...graph.endpoints].map(({ key, label }) => [key, label]),
  )
  const list = (keys: readonly string[]) => {
    const shown = keys.slice(0, MAX_NAMES).map(key => names.get(key) ?? '')
    return keys.length > MAX_NAMES
      ? `${shown.join(', ')} and ${keys.length - MAX_NAMES} more`
      : shown.join(', ')
  }
  return item => {
    const note = noteOf(item)
    return [describe(item, grants, requirements, list), ...(note === undefined ? [] : [note])].join('; ')
  }
}

const MAX_NAMES = 5

function describe(
  item: Item,
  grants: LinkIndex,
  requirements: LinkIndex,
  list: (keys: readonly string[]) => string,
): string {
  switch (item.type) {
    case 'client': {
      const scopes = grants.from(item.key).map(({ to }) => to)
      return `client, ${scopes.length === 0 ? 'no scopes' : `gets ${list(scopes)}`}`
    }
    case 'credential': {
      const clients = grants.to(item.key).length
      return `${counted(clients, 'client')}, ${counted(requirements.from(item.key).length, 'endpoint')}`
    }
    case 'endpoint':
      return `endpoint, requires ${list(requirements.to(item.key).map(({ from }) => from))}`
    case 'group':
      return counted(item.members.length, 'endpoint')
  }
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
