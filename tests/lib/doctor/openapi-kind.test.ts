import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/'
const said = (authorizer: object) => {
  const { apis, findings, undecided } = diagnose([
    {
      path: 'api.json',
      text: JSON.stringify({
        openapi: '3.0.1',
        info: { title: 'notes', version: '1' },
        paths: { '/notes': { get: { security: [{ users: [] }] } } },
        components: {
          securitySchemes: { users: { type: 'oauth2', 'x-amazon-apigateway-authorizer': authorizer } },
        },
      }),
    },
  ])
  return [apis[0]?.type, findings.map(({ code }) => code), undecided.map(({ code }) => code)]
}
const jwt = {
  identitySource: '$request.header.Authorization',
  jwtConfiguration: { issuer: ISSUER, audience: ['c1'] },
}

it('the settings of a JWT authorizer show that the API is an HTTP API, whatever its type is', () => {
  expect(said({ type: 'jwt', ...jwt })).toEqual(['http', ['ISSUER_MISMATCH', 'ROUTE_WITHOUT_SCOPES'], []])
  const [type, findings, undecided] = said({ type: '${kind}', ...jwt })
  expect([type, findings]).toEqual(['http', []])
  expect(undecided).toEqual(expect.arrayContaining(['ISSUER_MISMATCH', 'ROUTE_WITHOUT_SCOPES']))
})

it('an authorizer that is not known does not show it', () => {
  expect(said({ type: '${kind}', providerARNs: ['${pool}'] })[0]).toBe('rest')
})

it('an authorizer of which nothing is known may be that of an HTTP API', () => {
  const [type, findings, undecided] = said({ Ref: 'Users' })
  expect([type, findings]).toEqual(['rest', []])
  expect(undecided).toEqual(
    expect.arrayContaining(['ISSUER_MISMATCH', 'METHOD_WITHOUT_SCOPES', 'ROUTE_WITHOUT_SCOPES']),
  )
})
