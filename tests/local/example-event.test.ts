import http from 'node:http'
import { describe, expect, it } from 'vitest'
import { parseSpec } from '@/lib/document/parse'
import { exampleEvent } from '@/lib/gateway/example-event'
import type { Model } from '@/lib/model/model'
import { toModel } from '@/lib/model/to-model'
import type { JsonObject } from '@/lib/token/json'
import { claimsOf, orders, specs } from './orders'

/** Values that the example cannot have, and the form that both have. */
const PLACEHOLDERS: readonly (readonly [at: RegExp, form: RegExp])[] = [
  [/\.host$|\.domain(Name|Prefix)$/i, /^[a-z0-9.-]+$/],
  [/\.authorization$/i, /^Bearer \S+$/],
  [/\.x-forwarded-for$|\.sourceIp$/i, /^[\d.]+$/],
  [/\.x-forwarded-port$/i, /^\d+$/],
  [/\.x-forwarded-proto$/i, /^https?$/],
  [/^rest\.requestContext\.requestId$/, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  [/\.extendedRequestId$/, /^[0-9a-f]{15}=$/],
  [/^http\.requestContext\.requestId$/, /^[\w-]{15}=$/],
  [/\.(requestTimeEpoch|timeEpoch)$/, /^\d{13}$/],
]

/** Every value of an event by its path; a placeholder is replaced by its form if it has that form. */
function valuesOf(value: unknown, at: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value) && value.length === 1) return valuesOf(value[0], at)
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, member]) => valuesOf(member, `${at}.${name}`))
  const form = PLACEHOLDERS.find(([place]) => place.test(at))?.[1]
  return [[at, form?.test(String(value)) ? form.source : value]]
}

/** Sends a request with these headers and those that Node adds, and resolves to the status. */
const send = (url: string, method: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, response => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    request.on('error', reject).end()
  })

/** Headers that Node adds to a request. */
const ADDED = /\.(content-length|connection)$/i

function modelOf(type: 'rest' | 'http'): Model {
  const parsed = parseSpec(specs[type])
  if (!parsed.ok) throw new Error('the spec is valid')
  return toModel(parsed.spec)
}

describe.each(['rest', 'http'] as const)('the example of an event of a %s API', type => {
  it('is what the gateway passes to the function, but for values of the request', async () => {
    const seen: JsonObject[] = []
    const model = modelOf(type)
    const handler = (event: object) => {
      seen.push(JSON.parse(JSON.stringify(event)))
      return { statusCode: 200 }
    }
    const names = model.endpoints.map(endpoint => [endpoint.function.handler, handler])
    // The clock stands at the time that the example takes from the token.
    const api = await orders(type, { handlers: Object.fromEntries(names), now: 1_759_345_800 })
    let compared = 0
    for (const endpoint of model.endpoints) {
      const method = endpoint.method === 'ANY' ? 'GET' : endpoint.method
      const path = endpoint.path.replaceAll(/\{(\w+)\+?\}/g, '$1')
      for (const client of ['spa', 'backend']) {
        const token = await api.token({ client })
        const headers = endpoint.auth === 'none' ? {} : { Authorization: `Bearer ${token}` }
        const status = await send(api.url + path, method, { Host: 'localhost', ...headers })
        if (status !== 200) continue
        const example = exampleEvent(model, endpoint, claimsOf(token) as JsonObject)
        const real = valuesOf(seen.at(-1), type).filter(([at]) => !ADDED.test(at))
        expect(valuesOf(example, type), `${method} ${path} ${client}`).toEqual(real)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(5)
    await api.close()
  })
})
