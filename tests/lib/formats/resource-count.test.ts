import { describe, expect, test } from 'vitest'
import { presets } from '../../../lib/document/presets'
import { type FormatId, formatOf } from '../../../lib/formats'
import { synthCdk } from '../../conformance/toolchains/cdk'
import { packageServerless } from '../../conformance/toolchains/osls'
import { expandSam } from '../../conformance/toolchains/sam/sam'
import { samTranslator } from '../../conformance/toolchains/sam/translator'
import {
  client,
  type Document,
  editedAll,
  endpoint,
  existing,
  http,
  machine,
  rest,
  times,
} from '../document/edited'
import { compiled } from '../findings/found'

const cors = { 'api.cors': { allowOrigins: ['https://a.example', 'https://b.example'] } }
const open = { ...endpoint, auth: 'none', scopes: [] }
const shapes: readonly (readonly [string, Document])[] = [
  ...presets.map(({ id, values }) => [id, values as unknown as Document] as const),
  ['no authorizer', editedAll(rest, { endpoints: [open] })],
  ['no authorizer, HTTP', editedAll(http, { endpoints: [open] })],
  [
    'paths that share parents and the root, with CORS',
    editedAll(rest, {
      ...cors,
      endpoints: ['/', '/a', '/a/b', '/a/{id}', '/c/d/e'].flatMap(path => [
        { ...endpoint, path },
        { ...endpoint, path, method: 'POST', handler: 'bin/post.handler' },
      ]),
    }),
  ],
  [
    'ANY with CORS, HTTP',
    editedAll(http, {
      ...cors,
      endpoints: [
        { ...endpoint, method: 'ANY', path: '/a' },
        { ...open, method: 'ANY', path: '/b' },
        { ...endpoint, path: '/c', handler: 'bin/c.handler' },
      ],
    }),
  ],
  [
    'ANY with CORS for two origins, REST',
    editedAll(rest, {
      ...cors,
      endpoints: [
        { ...endpoint, method: 'ANY', path: '/a' },
        { ...endpoint, method: 'ANY', path: '/b' },
        { ...endpoint, path: '/c', handler: 'bin/c.handler' },
      ],
    }),
  ],
  [
    'many functions',
    editedAll(rest, { endpoints: times(40, i => ({ ...open, path: `/p${i}`, handler: `f/p${i}.h` })) }),
  ],
  [
    'several clients, existing pool',
    editedAll(existing, { 'userPool.managedLogin': true, 'clients.1': { ...client, name: 'b' } }),
  ],
  ['a machine and managed login', machine],
]

describe.each(shapes)('%s', (_, document) => {
  const result = compiled(document)
  const expected = (format: FormatId) => formatOf(format).resourceCount?.(result.model)
  const count = (template: { readonly Resources: object }) => Object.keys(template.Resources).length
  const text = (format: Parameters<typeof result.output>[0]) => result.output(format).text

  test('CloudFormation makes as many resources as counted', () => {
    expect(count(JSON.parse(text('cloudformation-json')))).toBe(expected('cloudformation-json'))
  })

  test('SAM makes as many resources as counted', async () => {
    if (!(await samTranslator())) return
    expect(count(await expandSam(text('sam'), result.spec.region, {}))).toBe(expected('sam'))
  })

  test('Serverless makes as many resources as counted', async () => {
    expect(count(await packageServerless(text('serverless')))).toBe(expected('serverless'))
  })

  test('CDK makes as many resources as counted', async () => {
    const handlers = result.model.functions.map(({ handler }) => handler)
    expect(count(await synthCdk(text('cdk'), { handlers }))).toBe(expected('cdk'))
  })
})
