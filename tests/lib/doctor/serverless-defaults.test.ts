import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const ARN = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'
const read = (authorizer: string) =>
  diagnose([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws, stage: "\${opt:stage, 'dev'}" }
custom:
  pools: { dev: '${ARN}', prod: guard }
  types: { dev: COGNITO_USER_POOLS, prod: token }
  guards: { dev: { authorizerId: a1, type: COGNITO_USER_POOLS }, prod: { authorizerId: a1, type: COGNITO_USER_POOLS, scopes: [notes/read] } }
functions:
  list: { handler: a.list, events: [{ http: { path: notes, method: get, authorizer: ${authorizer} } }] }
`,
    },
  ])

// At another stage the authorizer is another one.
it.each([
  "'${self:custom.pools.${self:provider.stage}}'",
  "'${self:custom.guards.${self:provider.stage}}'",
  "{ name: pool, arn: '${self:custom.pools.${self:provider.stage}}' }",
  "{ authorizerId: a1, type: '${self:custom.types.${self:provider.stage}}' }",
  `{ name: pool, arn: !GetAtt Users.Arn, type: '\${self:custom.types.\${self:provider.stage}}' }`,
])('a finding names the default that its authorizer rests on: %s', authorizer => {
  const { findings } = read(authorizer)
  expect(findings.map(({ code, because }) => [code, because.length])).toEqual([['METHOD_WITHOUT_SCOPES', 1]])
})

it.each([
  `{ name: pool, arn: '${ARN}' }`,
  `'${ARN.replace('eu-west-1:', "${opt:region, 'eu-west-1'}:").replaceAll("'", "''")}'`,
])('a finding that rests on none names none: %s', authorizer => {
  const { findings } = read(authorizer)
  expect(findings.map(({ code, because }) => [code, because])).toEqual([['METHOD_WITHOUT_SCOPES', []]])
})
