import { describe, expect, it } from 'vitest'
import { accessGraph } from '@/lib/authorize/access-graph'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'

/** The scopes of the example that its only client may request and its only endpoint requires; in words, what each is. */
function credentials(client: string[], endpoint: string[]) {
  const spec: Spec = {
    ...example,
    clients: [{ ...example.clients[0]!, scopes: client }],
    endpoints: [{ ...example.endpoints[0]!, scopes: endpoint }],
  }
  return accessGraph(toModel(spec)).credentials.map(({ label, kind, note = 'used' }) => [label, kind, note])
}

const [READ, WRITE] = ['com.example.api/read', 'com.example.api/write'] as const

describe('the scopes of the graph of a spec', () => {
  it('say which grant nothing, granted or not, and which no client has', () => {
    expect(credentials([READ], [READ])).toEqual([
      [READ, 'scope', 'used'],
      [WRITE, 'scope', 'grants-nothing'],
    ])
    expect(credentials([READ, WRITE], [READ])[1]).toEqual([WRITE, 'scope', 'grants-nothing'])
    expect(credentials([READ], [WRITE])[1]).toEqual([WRITE, 'scope', 'no-client'])
  })

  it('are followed by the reserved ones, each once, in the order of their first use', () => {
    const listed = credentials(['phone', 'openid', READ, 'email'], ['openid', READ]).filter(
      ([, kind]) => kind === 'reserved-scope',
    )
    expect(listed.map(([label]) => label)).toEqual(['phone', 'openid', 'email'])
    expect(credentials(['openid', READ], [READ]).at(-1)).toEqual(['openid', 'reserved-scope', 'used'])
  })
})

describe('the graph of a spec with every kind of endpoint', () => {
  const [client] = example.clients
  const [endpoint] = example.endpoints
  const spec = (type: 'rest' | 'http'): Spec => ({
    ...example,
    api: { ...example.api, type },
    clients: [
      { ...client!, name: 'web', scopes: ['openid', READ] },
      { ...client!, name: 'idle', scopes: ['profile'] },
    ],
    endpoints: [
      { ...endpoint!, path: '/a', scopes: [READ, 'phone'] },
      { ...endpoint!, method: 'PUT', path: '/a', scopes: ['email'] },
      { ...endpoint!, method: 'POST', path: '/a', auth: 'id_token', scopes: [] },
      { ...endpoint!, path: '/b', auth: 'iam', scopes: [] },
      { ...endpoint!, path: '/c', auth: 'none', scopes: [] },
      { ...endpoint!, path: '/d', auth: 'none', scopes: [] },
    ],
  })

  it.each([
    ['rest', 'id-token', 'ID token', [0], ['1 calls-nothing']],
    ['http', 'any-token', 'Any token', [0, 1], []],
  ] as const)('%s', (type, kind, label, callers, idle) => {
    const { clients, credentials, endpoints, grants, requirements } = accessGraph(toModel(spec(type)))
    const noted = (nodes: readonly { readonly note?: string }[]) =>
      nodes.flatMap(({ note }, i) => (note ? [`${i} ${note}`] : []))
    expect(credentials).toEqual(
      [
        [`scope ${READ}`, 'scope', READ, 'resourceServers.0.scopes.0'],
        [`scope ${WRITE}`, 'scope', WRITE, 'resourceServers.0.scopes.1', 'grants-nothing'],
        ['scope openid', 'reserved-scope', 'openid', 'clients.0.scopes.0'],
        ['scope profile', 'reserved-scope', 'profile', 'clients.1.scopes.0'],
        ['scope phone', 'reserved-scope', 'phone', 'endpoints.0.scopes.1', 'no-client'],
        ['scope email', 'reserved-scope', 'email', 'endpoints.1.scopes.0', 'no-client'],
        [kind, kind, label, 'endpoints.2'],
        ['iam', 'iam', 'AWS signature', 'endpoints.3'],
        ['none', 'none', 'No authorization', 'endpoints.4'],
      ].map(([key, sort, text, target, note]) => ({
        type: 'credential',
        key,
        kind: sort,
        label: text,
        target,
        ...(note && { note }),
      })),
    )
    expect(noted(clients)).toEqual(idle)
    expect(noted(endpoints)).toEqual(['1 unreachable'])
    expect(endpoints.map(node => [node.key, node.label, node.target])).toEqual(
      ['GET /a', 'PUT /a', 'POST /a', 'GET /b', 'GET /c', 'GET /d'].map((name, i) => [
        `endpoints.${i}`,
        name,
        `endpoints.${i}`,
      ]),
    )
    expect(grants.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'clients.0 → scope openid',
      `clients.0 → scope ${READ}`,
      'clients.1 → scope profile',
      ...callers.map(i => `clients.${i} → ${kind}`),
    ])
    expect(requirements.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      `scope ${READ} → endpoints.0`,
      'scope phone → endpoints.0',
      'scope email → endpoints.1',
      `${kind} → endpoints.2`,
      'iam → endpoints.3',
      'none → endpoints.4',
      'none → endpoints.5',
    ])
  })
})
