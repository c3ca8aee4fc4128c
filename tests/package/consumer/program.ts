import {
  type Compiled,
  check,
  compile,
  type FieldPath,
  type FormatId,
  formats,
  generateProject,
  inspect,
  type Refused,
  type Spec,
  type SpecInput,
  sampleToken,
} from 'cognito-scope-wizard'

// A program that uses all of the library, as its users write it: checked, run and bundled by the tests of the package.

const NOW = 1_759_345_800
const document: SpecInput = {
  version: 1,
  service: 'orders-api',
  userPool: { source: 'new', name: 'orders-users', domainPrefix: 'orders-api-demo' },
  resourceServers: [
    {
      identifier: 'com.example.orders',
      name: 'Orders',
      scopes: [{ name: 'read', description: 'Read orders' }],
    },
  ],
  clients: [
    {
      name: 'web',
      scopes: ['openid', 'com.example.orders/read'],
      callbackUrls: ['https://app.example.com/'],
    },
  ],
  api: { type: 'http', name: 'orders' },
  endpoints: [
    { method: 'GET', path: '/orders', scopes: ['com.example.orders/read'], handler: 'src/orders.list' },
  ],
}

function must<Result extends { readonly ok: true }>(result: Result | Refused): Result {
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result
}

const compiled: Compiled = compile(document)
const { spec, output, findings } = must(compiled)
const { region, userPool, clients }: Spec = spec
const ids: readonly FormatId[] = formats.map(({ id }) => id)
const lines: readonly (FieldPath | undefined)[] = output('cloudformation').fields
const refused = check('{ "version": 2 }').errors.map(({ code, path }) => `${path}:${code}`)

const sample = must(await sampleToken(document, { client: 'web', now: NOW }))
const inspection = must(
  await inspect(JSON.stringify(document), `Bearer ${sample.token}`, { now: NOW + 60, jwks: sample.jwks }),
)

// @ts-expect-error: no such format
generateProject(document, 'pulumi')
// @ts-expect-error: only what is published has a type
must(compiled).model
// @ts-expect-error: a document is not changed
spec.region = 'eu-west-1'

const result = {
  defaults: [region, userPool.source, clients[0]?.grants],
  texts: ids.length > 3 && ids.every(id => output(id).text.length > 500),
  files: ids.every(id => must(generateProject(document, id)).files.length >= 3),
  fields: lines.includes('endpoints.0.path'),
  findings: findings().map(({ code }) => code),
  refused: refused.includes('version:VERSION_LATER'),
  kind: inspection.token.kind,
  signature: inspection.token.signature,
  verdicts: inspection.endpoints.map(({ status, code }) => `${status} ${code}`),
}
declare const console: { log(text: string): void }
console.log(JSON.stringify(result))
