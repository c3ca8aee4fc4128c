import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const service = (authorizer: string) => ({
  path: 'serverless.yml',
  text: `service: notes
provider: { name: aws, stage: "\${opt:stage, 'dev'}" }
custom:
  stages: { prod: aws_iam, test: someFunction }
functions:
  list:
    handler: a.list
    events:
      - http: { path: notes, method: get, authorizer: ${authorizer} }
      - httpApi: { path: /notes, method: get, authorizer: ${authorizer} }
`,
})

it.each([
  ["''", ['none', 'none']],
  ["\"${self:custom.stages.${opt:stage, 'dev'}, ''}\"", ['none', 'none']],
  ['"${self:custom.stages.prod, \'\'}"', ['iam', 'jwt']],
  ['"${self:custom.stages.test, \'\'}"', ['custom', 'jwt']],
])('the framework takes an empty authorizer for none: %s', (authorizer, expected) => {
  const { access } = diagnose([service(authorizer)])
  expect(access.map(({ authorization }) => authorization)).toEqual(expected)
})
