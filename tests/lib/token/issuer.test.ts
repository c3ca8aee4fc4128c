import { describe, expect, it } from 'vitest'
import { issuersOf, isUserPoolId, jwksCommand, jwksUrl, parseIssuer } from '@/lib/token/issuer'

it.each([
  ['eu-west-1_Ab1', 'cognito-idp.eu-west-1.amazonaws.com'],
  ['us-gov-west-1_Ab1', 'cognito-idp.us-gov-west-1.amazonaws.com'],
  ['eusc-de-east-1_Ab1', 'cognito-idp.eusc-de-east-1.amazonaws.eu'],
])('the issuers of %s', (id, host) => {
  expect(issuersOf(id)).toEqual({
    original: `https://${host}/${id}`,
    updated: `https://issuer-${host}/${id}`,
  })
})

describe('issuer', () => {
  it.each([
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123', 'ORIGINAL', 'us-east-1'],
    ['https://issuer-cognito-idp.eu-west-3.amazonaws.com/eu-west-3_AbC', 'UPDATED', 'eu-west-3'],
    ['https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_AbC', 'ORIGINAL', 'us-gov-west-1'],
    ['https://cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_AbC', 'ORIGINAL', 'eusc-de-east-1'],
  ])('recognises %s', (issuer, type, region) => {
    expect(parseIssuer(issuer)).toEqual({ type, region, userPoolId: issuer.split('/').at(-1) })
    expect(jwksUrl(issuer)).toBe(`${issuer}/.well-known/jwks.json`)
  })

  it.each([
    'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC/',
    'http://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC',
    'https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_AbC',
    "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC'; rm -rf ~ #",
    'https://example.auth.us-east-1.amazoncognito.com',
    `https://cognito-idp.us-east-1.amazonaws.com/us-east-1_${'A'.repeat(10_000)}`,
    undefined,
    7,
  ])('takes %j for no user pool, and offers no address to fetch', issuer => {
    expect(parseIssuer(issuer)).toBeUndefined()
    expect(jwksUrl(issuer)).toBeUndefined()
  })

  it('takes the Region from the pool id', () => {
    expect(issuersOf('ap-southeast-2_XyZ')).toEqual({
      original: 'https://cognito-idp.ap-southeast-2.amazonaws.com/ap-southeast-2_XyZ',
      updated: 'https://issuer-cognito-idp.ap-southeast-2.amazonaws.com/ap-southeast-2_XyZ',
    })
  })

  it('is fetched by one line', () => {
    expect(jwksCommand('https://x.example/jwks.json')).toBe(
      "curl -sS 'https://x.example/jwks.json' -o jwks.json",
    )
  })

  it.each([
    ['us-east-1_AbCdEf123', true],
    ['us-gov-west-1_A', true],
    ['us-east-1', false],
    ['us-east-1_', false],
    ['us-east-1_A-b', false],
    [`us-east-1_${'A'.repeat(45)}`, true],
    [`us-east-1_${'A'.repeat(46)}`, false],
  ])('%s is a pool id: %s', (id, expected) => {
    expect(isUserPoolId(id)).toBe(expected)
  })
})
