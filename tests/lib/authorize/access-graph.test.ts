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
