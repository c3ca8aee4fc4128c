import { describe, expect, test } from 'vitest'
import { changeCallbackUrls } from '../../../../lib/document/edit/change-callback-urls'
import { newApi } from '../../../../lib/document/presets/new-api'
import { sharedUserPool } from '../../../../lib/document/presets/shared-user-pool'
import type { Spec } from '../../../../lib/document/spec'

const start = newApi.values
const LOCAL = 'http://localhost:3000'
const OWN = 'https://orders.example.org'

/** Types into the first callback URL, letter by letter, after all of it was selected. */
const typed = (text: string, before: Spec = start) =>
  [...text].reduce(
    (spec, _, at) => changeCallbackUrls(spec, 0, [text.slice(0, at + 1), `${LOCAL}/callback`], before),
    before,
  )

const addresses = ({ clients: [client], api }: Spec) => ({
  logout: client?.logoutUrls,
  origins: api.cors?.allowOrigins,
  fallback: client?.defaultRedirectUri,
})

test('logout URLs, allowed origins and the default follow the callback URLs of a new API', () => {
  expect(addresses(typed(`${OWN}/callback`))).toEqual({
    logout: [`${OWN}/`, `${LOCAL}/`],
    origins: [OWN, LOCAL],
    fallback: `${OWN}/callback`,
  })
})

test('while the URL is not valid, they stay as they were before', () => {
  expect(addresses(typed('https:/')).origins).toEqual(addresses(start).origins)
  expect(addresses(typed('https:/')).logout).toEqual(addresses(start).logout)
})

test('a URL that is added or removed is followed too', () => {
  const urls = start.clients[0]!.callbackUrls
  const added = changeCallbackUrls(start, 0, [...urls, 'https://beta.example.org/in'])
  expect(addresses(added).origins).toEqual([...addresses(start).origins!, 'https://beta.example.org'])
  expect(addresses(added).logout).toContain('https://beta.example.org/')
  expect(changeCallbackUrls(added, 0, urls)).toEqual(start)
  const removed = changeCallbackUrls(start, 0, urls.slice(1))
  expect(addresses(removed)).toEqual({ logout: [`${LOCAL}/`], origins: [LOCAL], fallback: undefined })
})

test("an app's own scheme has no origin and no start page", () => {
  expect(addresses(typed('orders://auth/callback'))).toMatchObject({
    logout: [`${LOCAL}/`],
    origins: [LOCAL],
  })
  const only = changeCallbackUrls(start, 0, ['orders://auth/callback'])
  expect(only.api).toEqual({ ...start.api, cors: undefined })
})

describe('what was edited is never changed', () => {
  const edited = (change: Partial<Spec['clients'][number]>, api: Partial<Spec['api']> = {}): Spec => ({
    ...start,
    clients: [{ ...start.clients[0]!, ...change }],
    api: { ...start.api, ...api },
  })
  test.each<[string, Spec]>([
    ['other origins', edited({}, { cors: { allowOrigins: [LOCAL] } })],
    ['every origin', edited({}, { cors: { allowOrigins: ['*'] } })],
    ['no origins', edited({}, { cors: undefined })],
    ['another logout URL', edited({ logoutUrls: ['https://bye.example.org/'] })],
    ['no logout URLs', edited({ logoutUrls: [] })],
    ['another default', edited({ defaultRedirectUri: `${LOCAL}/callback` })],
  ])('%s', (_, before) => {
    const [old, now] = [addresses(before), addresses(typed(`${OWN}/callback`, before))]
    const standard = addresses(start)
    for (const key of ['logout', 'origins', 'fallback'] as const)
      if (JSON.stringify(old[key]) !== JSON.stringify(standard[key])) expect(now[key]).toEqual(old[key])
      else expect(now[key]).not.toEqual(old[key])
  })
})

test('only the client itself changes, and the origins of all clients count, except of those with a secret', () => {
  const second = {
    ...start.clients[0]!,
    name: 'server',
    generateSecret: true,
    callbackUrls: ['https://s.example/'],
  }
  const third = { ...start.clients[0]!, name: 'admin', callbackUrls: ['https://admin.example/in'] }
  const before: Spec = {
    ...start,
    clients: [start.clients[0]!, second, third],
    api: {
      ...start.api,
      cors: { allowOrigins: ['https://app.example.com', LOCAL, 'https://admin.example'] },
    },
  }
  const after = changeCallbackUrls(before, 0, [`${OWN}/callback`, `${LOCAL}/callback`])
  expect(after.clients.slice(1)).toEqual([second, third])
  expect(after.clients[1]).toBe(second)
  expect(addresses(after).origins).toEqual([OWN, LOCAL, 'https://admin.example'])
})

test('nothing follows where the app has only its own scheme', () => {
  const before = sharedUserPool.values
  const after = changeCallbackUrls(before, 0, ['shop://auth/other'])
  expect(after.api).toBe(before.api)
  expect(after.clients[0]?.logoutUrls).toEqual(before.clients[0]?.logoutUrls)
})
