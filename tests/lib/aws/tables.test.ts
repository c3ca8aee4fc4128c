import { expect, test } from 'vitest'
import { CLAIMS, CUSTOM_ATTRIBUTE, HEADER_PARAMETERS, MEANINGS_BY_TYPE } from '../../../lib/aws/claims'
import * as limits from '../../../lib/aws/limits'
import { USER_POOL_REGIONS } from '../../../lib/aws/user-pool-regions'

test('every Region has the form of a Region code, and a place of its own', () => {
  for (const [region, place] of USER_POOL_REGIONS) {
    expect(region).toMatch(/^[a-z]{2,4}(-[a-z]+){1,2}-\d$/)
    expect(place, region).toMatch(/^\p{Lu}/u)
  }
  expect(new Set(USER_POOL_REGIONS.values()).size).toBe(USER_POOL_REGIONS.size)
})

test.each([
  ['exp', '4.1.4'],
  ['nbf', '4.1.5'],
  ['iat', '4.1.6'],
  ['jti', '4.1.7'],
])('the source of %s is its section of RFC 7519', (claim, section) => {
  expect(CLAIMS.get(claim)?.source.title).toBe(`RFC 7519 §${section}`)
})

test('every claim has a name, a meaning in sentences and the page that it is from', () => {
  const tables = [HEADER_PARAMETERS, CLAIMS, ...Object.values(MEANINGS_BY_TYPE)]
  const meanings = [...tables.flatMap(table => [...table]), ['*', CUSTOM_ATTRIBUTE] as const]
  for (const [name, { meaning, source }] of meanings) {
    expect(name).toMatch(/^(\*|[a-z]\w*(:\w+)?)$/)
    expect(meaning, name).toMatch(/^[A-Z].*\.$/)
    expect(source.title, name).toMatch(/^(Cognito guide, [A-Z]|RFC \d{4} §\d|OpenID Connect Core$)/)
    expect(source.url, name).toMatch(
      /^https:\/\/(docs\.aws\.amazon\.com\/cognito\/.+\/[a-z-]+\.html|www\.rfc-editor\.org\/rfc\/rfc\d+(\.html)?#section-[\d.]+|openid\.net\/.+)$/,
    )
  }
})

/** AWS's own figures, once more: the quotas pages of Cognito, API Gateway, CloudFormation and Lambda, and their API references. */
test('the limits are those of AWS', () => {
  expect({ ...limits }).toEqual({
    MAX_RESOURCE_SERVERS: 25,
    MAX_SCOPES_PER_RESOURCE_SERVER: 100,
    MAX_SCOPE_LENGTH: 256,
    MAX_CLIENTS: 100,
    MAX_SCOPES_PER_CLIENT: 50,
    MAX_REDIRECT_URIS: 100,
    MAX_REDIRECT_URI_LENGTH: 1024,
    MAX_IDENTITY_PROVIDERS: 10,
    MAX_PROVIDER_NAME_LENGTH: 32,
    MAX_USER_POOL_ID_LENGTH: 55,
    MAX_DOMAIN_PREFIX_LENGTH: 63,
    MAX_BRANDING_STYLES: 20,
    TOKEN_MINUTES: { min: 5, max: 1440 },
    REFRESH_TOKEN_DAYS: { min: 1, max: 3650 },
    MAX_NAME_LENGTH: 128,
    MAX_AUDIENCES: 50,
    MAX_AUDIENCE_LENGTH: 256,
    MAX_SCOPES_PER_ROUTE: 10,
    MAX_ROUTE_SCOPE_LENGTH: 64,
    MAX_API_RESOURCES: 300,
    MAX_LOGICAL_ID_LENGTH: 255,
    MAX_STACK_RESOURCES: 500,
    MAX_DIRECT_TEMPLATE_BYTES: 51_200,
    MAX_HANDLER_LENGTH: 128,
  })
})

test('times are marked as such', () => {
  const times = [...CLAIMS].filter(([, { time }]) => time).map(([name]) => name)
  expect(times).toEqual(['exp', 'iat', 'nbf', 'auth_time', 'updated_at'])
})
