import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const read = (authorizer: string) =>
  diagnose([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws }
functions:
  list:
    handler: a.list
    events:
      - http:
          path: notes
          method: get
          authorizer: ${authorizer}
`,
    },
  ])

// The framework refuses each of them (osls, api-gateway/lib/validate.js): the authorizer is not one of a function.
it.each([
  '{ type: COGNITO_USER_POOLS }',
  '{ type: cognito_user_pools, scopes: [notes/read] }',
  '{ type: COGNITO_USER_POOLS, name: pool }',
  '{ scopes: [notes/read] }',
  "{ type: COGNITO_USER_POOLS, name: pool, arn: '' }",
  // It takes the name out of an ARN only where that is a string.
  '{ type: COGNITO_USER_POOLS, arn: !ImportValue PoolArn }',
  // Without a type it does not read authorizerId.
  '{ authorizerId: a1b2c3 }',
  "{ type: '', authorizerId: !ImportValue Guard, scopes: [notes/read] }",
])('no user pool in %s', authorizer => {
  const { findings, access } = read(authorizer)
  expect(findings.map(({ code, at, message, fix }) => `${code} ${at[0]?.line} ${message} ${fix}`)).toEqual([
    'AUTHORIZER_MISSING 10 GET /notes requires a token, and names no authorizer. Write the ARN of the user pool in arn, next to a name. Or write the authorizer in authorizerId, next to its type.',
  ])
  expect(access).toMatchObject([{ authorization: 'cognito' }])
})

it.each([
  '{ name: guard }',
  '{ type: token, name: guard }',
  '{ type: request }',
  'guard',
  "{ name: guard, arn: '' }",
  '{ name: guard, authorizerId: a1b2c3 }',
])('a function is meant by %s', authorizer => {
  const { findings, access } = read(authorizer)
  expect(findings).toEqual([])
  expect(access).toMatchObject([{ authorization: 'custom' }])
})

it('an unknown type without an ARN may be that of a user pool', () => {
  const { findings, undecided } = read("{ type: '${env:TYPE}' }")
  expect(findings).toEqual([])
  expect(undecided.map(({ code }) => code)).toContain('AUTHORIZER_MISSING')
})
