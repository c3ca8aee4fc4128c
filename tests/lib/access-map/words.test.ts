import { it } from 'vitest'
import type { AccessGraph, CredentialNode } from '../../../lib/access-map/graph'
import { layoutAccessMap } from '../../../lib/access-map/layout'
import { accessMapSvg } from '../../../lib/access-map/svg'
import { expectGolden } from '../../golden'

const colors = {
  background: '#fff',
  foreground: '#111',
  muted: '#555',
  border: '#ddd',
  line: '#888',
  scope: '#eef',
  scopeBorder: '#aac',
  warning: '#850',
  warningBackground: '#ffe',
  warningBorder: '#a60',
}
const named = (key: string) => ({ key, label: key, target: undefined })
const client = (key: string) => ({ type: 'client' as const, ...named(key) })
const endpoint = (path: string) => ({
  type: 'endpoint' as const,
  method: 'GET',
  path,
  ...named(`GET ${path}`),
})
const credential = (key: string, kind: CredentialNode['kind'] = 'scope') => ({
  type: 'credential' as const,
  kind,
  ...named(key),
})
const count = (many: number) => Array.from({ length: many }, (_, i) => i)

/** Each kind of credential, in use and not, and a connection that counts for two. */
const small: AccessGraph = {
  clients: [client('web'), { ...client('<machine> & "co"'), note: 'calls-nothing' }, client('other')],
  credentials: [
    { ...credential('orders/unused'), note: 'grants-nothing' },
    credential('orders/read'),
    credential('ID token', 'id-token'),
    credential('IAM', 'iam'),
    credential('orders/nobody'),
    credential('no authorization', 'none'),
  ],
  endpoints: ['/a', '/b', '/c', '/open'].map(endpoint),
  grants: [
    { from: 'web', to: 'orders/read' },
    { from: '<machine> & "co"', to: 'orders/unused' },
    { from: 'other', to: 'ID token' },
    { from: 'web', to: 'ID token' },
  ],
  requirements: [
    { from: 'ID token', to: 'GET /a' },
    { from: 'orders/read', to: 'GET /c' },
    { from: 'IAM', to: 'GET /b' },
    { from: 'orders/nobody', to: 'GET /c' },
    { from: 'no authorization', to: 'GET /open' },
  ],
}

/** More rows than a window shows, and endpoints in groups. */
const large: AccessGraph = {
  clients: count(5).map(i => client(`client ${i}`)),
  credentials: count(12).map(i => credential(`scope/${i}`)),
  endpoints: ['orders', 'users', 'reports/monthly', 'x'].flatMap((name, at) =>
    count(9 + at).map(i => endpoint(`/${name}/${i}/{id}`)),
  ),
  grants: count(5).flatMap(i => [2, 7].map(by => ({ from: `client ${i}`, to: `scope/${(i * by) % 11}` }))),
  requirements: count(9).flatMap(i => [
    { from: `scope/${(i * 5) % 12}`, to: `GET /orders/${i}/{id}` },
    { from: `scope/${(i * 7) % 12}`, to: `GET /users/${i}/{id}` },
    { from: `scope/${i}`, to: `GET /reports/monthly/${i}/{id}` },
  ]),
}

/** Drawings, so that a change of one shows in review: open the files in a browser. */
it.each([
  ['small', small, []],
  ['large', large, ['group /users']],
] as const)('the drawing of a %s graph', (name, graph, opened) => {
  const svg = accessMapSvg(layoutAccessMap(graph, new Set(opened)), {
    title: 'Who can call <what>',
    colors,
    noteOf: item => ('note' in item ? item.note : undefined),
  })
  expectGolden(svg, import.meta.dirname, 'words', `${name}.svg`)
})
