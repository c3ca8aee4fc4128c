import { describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

const AUTHORIZER = 'x-amazon-apigateway-authorizer'
const ARN = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'

/** An OpenAPI document with one operation. */
const document = (operation: string) => `openapi: 3.0.1
info: { title: Orders, version: '1' }
paths: { /a: { get: ${operation} } }
components:
  operations: { get: { security: [{ pool: [a/b] }] } }
  securitySchemes:
    pool: { type: apiKey, name: Authorization, in: header, ${AUTHORIZER}: { type: cognito_user_pools, providerARNs: [${ARN}] } }
    other: { type: apiKey, name: Authorization, in: header, ${AUTHORIZER}: { type: cognito_user_pools, providerARNs: [${ARN}] } }
    lambda: { type: apiKey, name: Authorization, in: header, ${AUTHORIZER}: { type: token, authorizerUri: x } }
    signed: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
    key: { type: apiKey, name: x-api-key, in: header }
`

const authorizationOf = (operation: string) =>
  reportOf(diagnoseText(document(operation))).access.map(({ authorization }) => authorization)

describe('the security of an operation', () => {
  it.each([
    ['{ security: [{ pool: [a/b] }] }', 'cognito'],
    ['{ security: [{ pool: [a/b], key: [] }] }', 'cognito'],
    ['{ security: [{ key: [] }, { lambda: [] }] }', 'custom'],
    // A method has one authorizer, and which one is documented nowhere.
    ['{ security: [{ pool: [], lambda: [] }] }', 'unknown'],
    ['{ security: [{ pool: [a/b] }, { other: [a/b] }] }', 'unknown'],
    ['{ security: [{ lambda: [] }, { pool: [a/b] }] }', 'unknown'],
    ['{ security: [{ signed: [] }, { pool: [a/b] }] }', 'unknown'],
    // An operation cannot be a reference in OpenAPI.
    ["{ $ref: '#/components/operations/get' }", 'unknown'],
  ])('%s is %s', (operation, expected) => {
    expect(authorizationOf(operation)).toEqual([expected])
  })

  it('claims nothing of an operation with two authorizers, and names them', () => {
    const { findings, undecided } = diagnoseText(document('{ security: [{ pool: [], lambda: [] }] }'))
    expect(findings.filter(({ subjects }) => subjects.includes('GET /a'))).toEqual([])
    const without = undecided.find(({ code }) => code === 'METHOD_WITHOUT_SCOPES')
    expect(without?.because.map(({ message }) => message).join()).toMatch(/one authorizer.*pool, lambda/)
  })
})
