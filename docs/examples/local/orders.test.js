import { startLocal } from 'cognito-scope-wizard/local'
import { afterAll, beforeAll, expect, it } from 'vitest'

let api
beforeAll(async () => {
  api = await startLocal({ spec: 'wizard.json' })
})
afterAll(() => api.close())

const post = async token => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${api.url}/orders`, { method: 'POST', headers, body: '{"id":1}' })
  return response.status
}

it('lets a client with the write scope place orders, and nobody else', async () => {
  expect(await post(await api.token({ client: 'backend' }))).toBe(201)
  expect(await post(await api.token({ client: 'spa', user: 'ada' }))).toBe(401)
  expect(await post(undefined)).toBe(401)
  expect(api.requests.map(({ code }) => code)).toEqual(['ALLOWED', 'SCOPE_MISSING', 'TOKEN_MISSING'])
})

it.each(['signature', 'kid', 'issuer', 'alg-none'])('refuses a token with the fault %s', async tamper => {
  expect(await post(await api.token({ client: 'backend', tamper }))).toBe(401)
})

it('refuses a token after an hour', async () => {
  const token = await api.token({ client: 'backend' })
  api.clock.advance(3600)
  expect(await post(token)).toBe(401)
})
