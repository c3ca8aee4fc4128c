import { describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import { parseSpec } from '@/lib/document/parse'
import type { SpecInput } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'

function modelOf(changes: Partial<SpecInput>) {
  const parsed = parseSpec({ ...example, ...changes })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return toModel(parsed.spec)
}

describe('toModel', () => {
  it('takes grants and identity providers that are said twice for one', () => {
    const [client] = example.clients
    const { clients } = modelOf({
      userPool: { source: 'existing', userPoolId: 'us-east-1_AbCdEf123' },
      clients: [
        {
          ...client!,
          grants: ['implicit', 'authorization_code', 'implicit'],
          identityProviders: ['Google', 'COGNITO', 'Google'],
        },
      ],
    })
    expect(clients[0]).toMatchObject({
      grants: ['implicit', 'authorization_code'],
      identityProviders: ['Google', 'COGNITO'],
    })
  })

  it('gives no function an id that is a reserved word as the name of a constant', () => {
    const [endpoint] = example.endpoints
    const { functions } = modelOf({ endpoints: [{ ...endpoint!, handler: '_.handler' }] })
    expect(functions[0]!.id).toMatch(/^Function[0-9a-f]{8}$/)
  })

  it('gives a resource server that gets another display name the same id, so that it is not replaced', () => {
    const [server] = example.resourceServers
    const idWith = (name: string) =>
      modelOf({ resourceServers: [{ ...server!, name }] }).resourceServers[0]!.id
    expect(idWith('Another name')).toBe(idWith(server!.name))
  })
})
