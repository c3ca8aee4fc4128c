import { expect, it } from 'vitest'
import { importTemplate } from '../../../lib/index'

it('an import without a last endpoint says which ones are left out, and why', () => {
  const event = (path: string, scope: string) =>
    `{ httpApi: { method: GET, path: ${path}, authorizer: { name: jwt, scopes: [${scope}] } } }`
  const imported = importTemplate([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws, httpApi: { authorizers: { jwt: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', audience: [a] } } } }
functions: { list: { handler: a.b, events: [${event('/a', 'user.id')}, ${event('/b', 'user.mail')}, { httpApi: { method: GET, path: /open } }] } }
`,
    },
  ])
  expect(imported.ok).toBe(false)
  if (imported.ok) return
  const [error] = imported.errors
  expect(error?.code).toBe('NOTHING_TO_IMPORT')
  expect(error?.message).toContain('No endpoint of HttpApi that requires a token can be imported.')
  expect(error?.message).toContain(
    'The endpoint GET /a is left out: No resource server declares the scope "user.id".',
  )
  expect(error?.message).toContain(
    'The endpoint GET /b is left out: No resource server declares the scope "user.mail".',
  )
})
