import { expect, it } from 'vitest'
import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'

it('marks a public ANY in the body with NONE, because SAM adds the default authorizer to an empty list', () => {
  const [endpoint] = example.endpoints
  const compiled = compile({
    ...example,
    api: { ...example.api, cors: { allowOrigins: ['https://a.example', 'https://b.example'] } },
    endpoints: [endpoint, { ...endpoint, method: 'ANY', path: '/open', auth: 'none', scopes: [] }],
  })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const { text } = compiled.output('sam')
  const operation = text.slice(text.indexOf('x-amazon-apigateway-any-method:'))
  expect(operation.slice(0, 200)).toMatch(/^\S+\n(?:\s+#.*\n)*\s+security:\n\s+- NONE: \[\]\n/)
})
