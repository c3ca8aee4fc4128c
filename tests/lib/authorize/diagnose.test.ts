import { describe, expect, it } from 'vitest'
import { diagnose, statusIn } from '@/lib/authorize/diagnose'
import { diagnoses } from '@/lib/authorize/diagnoses'

const first = (status: number | undefined, text: string) => diagnose({ ...(status && { status }), text })[0]

describe('diagnose', () => {
  it.each<[number | undefined, string, string, string]>([
    [403, '{"message":"Missing Authentication Token"}', 'missing-authentication-token', 'gateway'],
    [
      403,
      `{"message":"'eyJ' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer eyJ'."}`,
      'sigv4-header',
      'gateway',
    ],
    [403, `{"message":"Authorization header requires 'Credential' parameter."}`, 'sigv4-header', 'gateway'],
    [403, '{"message":"Forbidden"}', 'forbidden', 'gateway'],
    [
      403,
      'www-authenticate: Bearer scope="a/b" error="insufficient_scope"\n{"message":"Forbidden"}',
      'insufficient-scope',
      'authorizer',
    ],
    [403, '{"Message":"User is not authorized to access this resource"}', 'explicit-deny', 'gateway'],
    [401, '{"message":"Unauthorized"}', 'unauthorized', 'authorizer'],
    [401, '{"message":"The incoming token has expired"}', 'expired', 'authorizer'],
    [
      401,
      'error_description="the token does not have a valid audience" {"message":"Unauthorized"}',
      'invalid-audience',
      'authorizer',
    ],
    [400, '{"error":"invalid_grant"}', 'token-endpoint-invalid-grant', 'token endpoint'],
    [400, '{"error":"invalid_client"}', 'token-endpoint-invalid-client', 'token endpoint'],
    [400, '{"error":"invalid_scope"}', 'invalid-scope', 'token endpoint'],
    [500, '{"message":null}', 'server-error', 'gateway'],
    [502, '{"message": "Internal server error"}', 'server-error', 'gateway'],
    [404, '{"message":"Not Found"}', 'not-found', 'gateway'],
    [403, '', 'empty-answer', 'gateway'],
    [undefined, 'Access to fetch at … has been blocked by CORS policy', 'cors', 'browser'],
    [undefined, 'TypeError: Failed to fetch', 'cors', 'browser'],
    [undefined, '{"message":"Missing Authentication Token"}', 'missing-authentication-token', 'gateway'],
  ])('%s %s', (status, text, id, from) => {
    expect(first(status, text)).toMatchObject({ id, from })
  })

  it('says nothing of what it does not know', () => {
    expect(diagnose({ status: 418, text: 'teapot' })).toEqual([])
    expect(diagnose({ text: '' })).toEqual([])
    expect(diagnose({ status: 200, text: '{"message":"Unauthorized"}' })).toEqual([])
  })

  it('reads the status out of a paste', () => {
    expect(statusIn('HTTP/2 403 \nx-amzn-errortype: ForbiddenException')).toBe(403)
    expect(statusIn('{"status": 401}')).toBe(401)
    expect(statusIn('403 Forbidden')).toBe(403)
    expect(statusIn('{"message":"Forbidden"}')).toBeUndefined()
  })

  it('has a source and somewhere to look for every one', () => {
    for (const { source, lookAt } of diagnoses) {
      expect(source).toMatch(/^https:\/\//)
      expect(lookAt.length).toBeGreaterThan(0)
    }
    expect(new Set(diagnoses.map(({ id }) => id)).size).toBe(diagnoses.length)
  })
})
