import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessGraph } from '@/lib/access-map/graph'
import { layoutAccessMap } from '@/lib/access-map/layout'
import { pathOf } from '@/lib/access-map/path'
import { accessGraph } from '@/lib/authorize/access-graph'
import { parseSpec } from '@/lib/document/parse'
import type { Spec } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'
import { arbitrarySpec } from '../../conformance/arbitrary-spec'
import { spec as baseSpec } from '../authorize/situation'

const RUNS = { seed: 20_261_126, numRuns: 150 }

/** What the spec says, read from the document alone. */
function saidBy(spec: Spec) {
  const isOpenid = ({ scopes, grants }: Spec['clients'][number]) =>
    scopes.includes('openid') && !grants.includes('client_credentials')
  const http = spec.api.type === 'http'
  const needsToken = spec.endpoints.some(({ auth }) => auth === 'id_token')
  // Tokens of SDK sign-in have this scope without a request. Without a list of flows, Cognito allows it by SRP.
  const ofSdk = 'aws.cognito.signin.user.admin'
  const isWanted = spec.endpoints.some(
    ({ auth, scopes }) => auth === 'access_token' && scopes.includes(ofSdk),
  )
  const signsInBySdk = ({ explicitAuthFlows: flows }: Spec['clients'][number]) =>
    !flows?.length || flows.join() !== 'ALLOW_REFRESH_TOKEN_AUTH'
  const scopesOf = (client: Spec['clients'][number]) => [
    ...new Set([...client.scopes, ...(isWanted && signsInBySdk(client) ? [ofSdk] : [])]),
  ]
  const grants = spec.clients.flatMap(client => [
    ...scopesOf(client).map(scope => `${client.name} → ${scope}`),
    ...(needsToken && http ? [`${client.name} → Any token`] : []),
    ...(needsToken && !http && isOpenid(client) ? [`${client.name} → ID token`] : []),
  ])
  const words = { id_token: http ? 'Any token' : 'ID token', iam: 'AWS signature', none: 'No authorization' }
  const requirements = spec.endpoints.flatMap(({ method, path, auth, scopes }) =>
    (auth === 'access_token' ? scopes : [words[auth]]).map(from => `${from} → ${method} ${path}`),
  )
  return { grants: grants.sort(), requirements: requirements.sort() }
}

function linksOf(graph: AccessGraph) {
  const labels = new Map(
    [...graph.clients, ...graph.credentials, ...graph.endpoints].map(({ key, label }) => [key, label]),
  )
  const named = ({ from, to }: { readonly from: string; readonly to: string }) =>
    `${labels.get(from)} → ${labels.get(to)}`
  return {
    grants: graph.grants.map(named).sort(),
    requirements: graph.requirements.map(named).sort(),
  }
}

const forEverySpec = (check: (spec: Spec, graph: AccessGraph<string>) => void) =>
  fc.assert(
    fc.property(arbitrarySpec, input => {
      const parsed = parseSpec(input)
      if (!parsed.ok) throw new Error('the spec is not valid')
      check(parsed.spec, accessGraph(toModel(parsed.spec)))
    }),
    RUNS,
  )

describe('the graph of a spec', () => {
  it('has every grant and every requirement as a link, and no other', () => {
    let links = 0
    forEverySpec((spec, graph) => {
      expect(linksOf(graph)).toEqual(saidBy(spec))
      links += graph.grants.length + graph.requirements.length
    })
    expect(links).toBeGreaterThan(1000)
  })

  it('has keys of its own for every node, and the field of each', () => {
    forEverySpec((spec, graph) => {
      const keys = [...graph.clients, ...graph.credentials, ...graph.endpoints].map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(graph.endpoints.map(({ target }) => target)).toEqual(
        spec.endpoints.map((_, i) => `endpoints.${i}`),
      )
      expect(graph.credentials.every(({ target }) => target !== undefined)).toBe(true)
    })
  })

  it('draws every link once, whatever is grouped', () => {
    forEverySpec((_, graph) => {
      const { edges } = layoutAccessMap(graph)
      for (const [i, links] of [graph.grants, graph.requirements].entries()) {
        const drawn = edges[i]!.flatMap(edge => edge.links)
        expect(drawn.length).toBe(links.length)
        expect(new Set(drawn)).toEqual(new Set(links))
      }
    })
  })

  it('leads from a client to the endpoints that its tokens open, and to public ones', () => {
    forEverySpec((spec, graph) => {
      for (const [i, client] of spec.clients.entries()) {
        const { nodes } = pathOf(graph, [`clients.${i}`])
        const said = saidBy(spec)
        const own = new Set(
          said.grants
            .filter(one => one.startsWith(`${client.name} → `))
            .map(one => one.slice(client.name.length + 3)),
        )
        const callable = spec.endpoints.flatMap(({ auth, method, path }, at) => {
          const froms = said.requirements
            .filter(one => one.endsWith(` → ${method} ${path}`))
            .map(one => one.slice(0, -` → ${method} ${path}`.length))
          return auth === 'none' || froms.some(from => own.has(from)) ? [`endpoints.${at}`] : []
        })
        expect([...nodes].filter(key => key.startsWith('endpoints.')).sort()).toEqual(callable.sort())
      }
    })
  })
})

describe('notes', () => {
  const [app] = baseSpec('rest').clients
  const graph = accessGraph(
    toModel(
      baseSpec('rest', {
        clients: [
          { ...app!, name: 'web', scopes: ['openid', 'com.example.api/read'] },
          {
            ...app!,
            name: 'nightly',
            grants: ['client_credentials'],
            generateSecret: true,
            scopes: ['com.example.api/export'],
          },
        ],
        resourceServers: [
          {
            identifier: 'com.example.api',
            name: 'Example API',
            scopes: ['read', 'write', 'export'].map(name => ({ name, description: name })),
          },
        ],
      }),
    ),
  )
  const noted = (nodes: readonly { readonly label: string; readonly note?: string }[]) =>
    nodes.map(({ label, note }) => (note ? `${label}: ${note}` : label))

  it('say what no client can call, and what grants nothing', () => {
    expect(noted(graph.clients)).toEqual(['web', 'nightly: calls-nothing'])
    expect(noted(graph.credentials)).toEqual([
      'com.example.api/read',
      'com.example.api/write: no-client',
      'com.example.api/export: grants-nothing',
      'openid',
      'ID token',
      'No authorization',
    ])
    expect(noted(graph.endpoints)).toEqual([
      'GET /read',
      'POST /write: unreachable',
      'GET /profile',
      'GET /health',
    ])
  })

  it('mark the lines that give nobody access', () => {
    const idle = layoutAccessMap(graph).edges.map(edges =>
      edges.filter(({ isIdle }) => isIdle).map(({ from, to }) => `${from} → ${to}`),
    )
    expect(idle).toEqual([
      ['clients.0 → scope openid', 'clients.1 → scope com.example.api/export'],
      ['scope com.example.api/write → endpoints.0', 'scope com.example.api/write → endpoints.1'],
    ])
  })

  it('a path ends at the node it is asked for: others of the same credential are not part of it', () => {
    const path = pathOf(graph, ['endpoints.0'])
    expect([...path.nodes]).toEqual([
      'endpoints.0',
      'scope com.example.api/read',
      'scope com.example.api/write',
      'clients.0',
    ])
    expect(path.links.size).toBe(3)
  })
})
