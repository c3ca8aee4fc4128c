import { edited, rest } from './edited'

const fill = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length))
const list = (member: string, bytes: number) => `[${fill(`${member},`, bytes)}${member}]`
const within = (path: string, json: string) => JSON.stringify(edited(rest, path, '@')).replace('"@"', json)
const numbered = (bytes: number, length: number, text: (i: number) => string) =>
  Array.from({ length: Math.floor(bytes / length) }, (_, i) => text(i)).join()

/** Documents that cost more than they should wherever a reader is careless: a name, and the JSON text of about that size. */
export const hostileDocuments: readonly (readonly [name: string, text: (bytes: number) => string])[] = [
  ['endpoints of numbers', bytes => within('endpoints', list('0', bytes))],
  ['endpoints of nothing', bytes => within('endpoints', list('{}', bytes))],
  ['scopes of nothing', bytes => within('endpoints.0.scopes', list('""', bytes))],
  ['scopes of numbers', bytes => within('clients.0.scopes', list('0', bytes))],
  [
    'right origins, then wrong ones',
    bytes => {
      const right = numbered(bytes * 0.2, 14, i => `"a://${i}"`)
      return within('api.cors', `{"allowOrigins":[${right},${fill('0,', bytes * 0.7)}0]}`)
    },
  ],
  ['unknown keys', bytes => `{${numbered(bytes, 11, i => `"k${i}":0`)}}`],
  ['a deep list', bytes => `{"service":${fill('[', bytes / 2)}${fill(']', bytes / 2)}}`],
  [
    'deep objects',
    bytes => `${fill('{"userPool":', bytes * 0.9)}1${'}'.repeat(Math.floor((bytes * 0.9) / 12))}`,
  ],
  ['a long text', bytes => within('service', `"${fill('a-', bytes)}"`)],
  ['a long path', bytes => within('endpoints.0.path', `"${fill('/a', bytes)}"`)],
  ['a long handler', bytes => within('endpoints.0.handler', `"${fill('a/', bytes)}"`)],
  ['a long URL', bytes => within('clients.0.callbackUrls.0', `"https://${fill('a@', bytes)}"`)],
  ['open brackets', bytes => fill('[', bytes)],
  ['open strings', bytes => fill('"', bytes)],
]
