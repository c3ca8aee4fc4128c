import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const said = (security: string, more = '') => {
  const { access, findings, undecided, files } = diagnose([
    {
      path: 'api.yaml',
      text: `openapi: 3.0.1
info: { title: notes, version: '1' }
paths:
  /notes:
    get:
      security: ${security}
${more}components:
  securitySchemes:
    users:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['\${pool}'] }
`,
    },
  ])
  return {
    access: access.map(({ endpoint, authorization }) => `${endpoint} ${authorization}`),
    findings: findings.map(({ code }) => code),
    undecided: undecided.map(({ code }) => code),
    read: files.map(({ read }) => read),
  }
}

it('what takes the place of a whole value may be anything', () => {
  const known = said('[{ users: [] }]')
  expect(known).toMatchObject({ access: ['GET /notes cognito'], findings: ['METHOD_WITHOUT_SCOPES'] })
  const unknown = said('${security}')
  expect(unknown).toMatchObject({ access: ['GET /notes unknown'], findings: [] })
  expect(unknown.undecided).toContain('METHOD_WITHOUT_SCOPES')
})

it('methods that are filled in may be there', () => {
  const { access, findings, undecided, read } = said('[{ users: [a/b] }]', '  /others: ${others}\n')
  expect([access, findings, read]).toEqual([['GET /notes cognito'], [], ['partly']])
  expect(undecided).toContain('METHOD_WITHOUT_SCOPES')
})
