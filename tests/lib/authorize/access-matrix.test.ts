import { describe, expect, it } from 'vitest'
import { accessGraph } from '@/lib/authorize/access-graph'
import { accessMatrix } from '@/lib/authorize/access-matrix'
import type { AuthFlow } from '@/lib/aws/auth-flows'
import { SIGN_IN_SCOPE } from '@/lib/aws/scopes'
import type { Spec } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'
import { spec } from './situation'

const [app] = spec('rest').clients
const clients: Spec['clients'] = [
  { ...app!, name: 'web', scopes: ['openid', 'com.example.api/read'] },
  {
    ...app!,
    name: 'nightly',
    grants: ['client_credentials'],
    generateSecret: true,
    scopes: ['com.example.api/export'],
  },
  { ...app!, name: 'mobile', scopes: ['com.example.api/read', 'com.example.api/export'] },
]
const resourceServers: Spec['resourceServers'] = [
  {
    identifier: 'com.example.api',
    name: 'Example API',
    scopes: ['read', 'write', 'export'].map(name => ({ name, description: name })),
  },
]
const matrix = (type: 'rest' | 'http') => accessMatrix(toModel(spec(type, { clients, resourceServers })))
const table = (type: 'rest' | 'http') =>
  matrix(type).rows.map(({ endpoint, cells, reachable }) => [
    endpoint.path,
    ...cells.map(cell => (cell.by === 'scope' ? cell.scopes.join(' ') : cell.by)),
    reachable,
  ])

describe('accessMatrix', () => {
  it('REST: scopes by client, ID tokens of sign-ins with openid', () => {
    expect(table('rest')).toEqual([
      ['/read', 'com.example.api/read', 'none', 'com.example.api/read', true],
      ['/write', 'none', 'none', 'none', false],
      ['/profile', 'id-token', 'none', 'none', true],
      ['/health', 'no-auth', 'no-auth', 'no-auth', true],
    ])
  })

  it('HTTP API: a route without scopes takes any token of the clients', () => {
    expect(table('http')[2]).toEqual(['/profile', 'any-token', 'any-token', 'any-token', true])
  })

  it('finds scopes that open nothing', () => {
    expect(matrix('rest').unusedScopes).toEqual(['com.example.api/export'])
    expect(matrix('rest').idleScopes).toEqual([[], ['com.example.api/export'], ['com.example.api/export']])
  })

  it('says why a client does not get in', () => {
    const reasons = matrix('rest').rows[2]!.cells.map(cell => (cell.by === 'none' ? cell.reason : ''))
    expect(reasons).toEqual([
      '',
      'No user signs in with this client, so it has no ID token.',
      'Without the scope openid, the token endpoint gives the client no ID token.',
    ])
  })
})

describe('the scope of SDK sign-in', () => {
  const cells = (more: Partial<Spec['clients'][number]>) => {
    const endpoints: Spec['endpoints'] = [
      {
        method: 'GET',
        path: '/me',
        auth: 'access_token',
        scopes: [SIGN_IN_SCOPE],
        handler: 'src/me.handler',
      },
    ]
    const model = toModel(
      spec('rest', { clients: [{ ...clients[0]!, ...more }], resourceServers, endpoints }),
    )
    return { cell: accessMatrix(model).rows[0]!.cells[0]!.by, graph: accessGraph(model) }
  }

  it.each<[readonly AuthFlow[] | undefined, string, boolean]>([
    [undefined, 'scope', true],
    [['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], 'scope', true],
    [['ALLOW_REFRESH_TOKEN_AUTH'], 'none', false],
  ])('a client with the flows %j has it: %s', (explicitAuthFlows, by, isGranted) => {
    const { cell, graph } = cells(explicitAuthFlows ? { explicitAuthFlows: [...explicitAuthFlows] } : {})
    expect(cell).toBe(by)
    expect(graph.grants.some(({ to }) => to.endsWith(SIGN_IN_SCOPE))).toBe(isGranted)
    expect(graph.clients[0]!.note).toBe(isGranted ? undefined : 'calls-nothing')
  })

  it('is drawn once for a client that lists it', () => {
    const { graph } = cells({ scopes: ['openid', SIGN_IN_SCOPE] })
    expect(graph.grants.filter(({ to }) => to.endsWith(SIGN_IN_SCOPE))).toHaveLength(1)
  })
})
