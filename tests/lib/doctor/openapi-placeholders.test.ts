import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const said = (security: string, more = '', kind = 'cognito_user_pools') => {
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
      x-amazon-apigateway-authtype: ${kind}
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

it('a scheme of an unknown kind may be that of signed requests', () => {
  expect(said('[{ users: [] }]', '', 'awsSigv4')).toMatchObject({ access: ['GET /notes iam'], findings: [] })
  const { access, findings, undecided } = said('[{ users: [] }]', '', "'${kind}'")
  expect([access, findings]).toEqual([['GET /notes unknown'], []])
  expect(undecided).toContain('METHOD_WITHOUT_SCOPES')
})

it('a header that a condition may leave out is undecided', () => {
  const scheme = {
    type: 'apiKey',
    name: { 'Fn::If': ['IsLive', 'Authorization', { Ref: 'AWS::NoValue' }] },
    'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['a'] },
  }
  const { findings, undecided } = diagnose([
    {
      path: 'api.json',
      text: JSON.stringify({
        Parameters: { Stage: { Type: 'String' } },
        Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
        Resources: {
          Notes: {
            Type: 'AWS::ApiGateway::RestApi',
            Properties: {
              Body: {
                swagger: '2.0',
                paths: { '/notes': { get: { security: [{ users: ['openid'] }] } } },
                securityDefinitions: { users: scheme },
              },
            },
          },
        },
      }),
    },
  ])
  expect(findings).toEqual([])
  expect(undecided.map(({ code }) => code)).toContain('IDENTITY_SOURCE_MISSING')
})
