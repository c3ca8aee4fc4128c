import { expect, it } from 'vitest'
import { diagnoseText } from './files'

const undecidedOf = (authorizer: string) => {
  const text = `service: notes
provider: { name: aws, runtime: nodejs22.x }
functions:
  list:
    handler: src/list.handler
    events:
      - http: { path: /a, method: get, authorizer: ${authorizer} }
`
  const { undecided } = diagnoseText(text, 'serverless.yml')
  return [...new Set(undecided.map(({ code }) => code))].toSorted()
}

// It may be a pool or a function. An endpoint has no scopes that a check could be about, unless they may be in what is not known.
it.each([
  [
    "{ name: pool, arn: '${env:POOL_ARN}' }",
    ['AUTHORIZER_NOT_APPLIED', 'AUTHORIZER_TYPE_MISMATCH', 'METHOD_WITHOUT_SCOPES'],
  ],
  [
    "'${env:AUTHORIZER}'",
    [
      'AUTHORIZER_NOT_APPLIED',
      'AUTHORIZER_TYPE_CASE',
      'AUTHORIZER_TYPE_MISMATCH',
      'ENDPOINT_UNREACHABLE',
      'IDENTITY_SOURCE_INVALID',
      'IDENTITY_SOURCE_MISSING',
      'METHOD_WITHOUT_SCOPES',
      'SCOPES_IGNORED',
      'SCOPE_NOT_FULL',
      'SCOPE_UNDECLARED',
      'TOKEN_HEADER_UNUSUAL',
      'VALIDATION_EXPRESSION_WITH_SCOPES',
    ],
  ],
])('an authorizer %s', (authorizer, codes) => {
  expect(undecidedOf(authorizer)).toEqual(codes)
})
