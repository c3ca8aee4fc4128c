import { expect, test } from 'vitest'
import { CLAIMS } from '../../../lib/aws/claims'
import { USER_POOL_REGIONS } from '../../../lib/aws/user-pool-regions'

test('every Region has the form of a Region code', () => {
  for (const region of USER_POOL_REGIONS.keys()) expect(region).toMatch(/^[a-z]{2,4}(-[a-z]+){1,2}-\d$/)
})

test.each([
  ['exp', '4.1.4'],
  ['nbf', '4.1.5'],
  ['iat', '4.1.6'],
  ['jti', '4.1.7'],
])('the source of %s is its section of RFC 7519', (claim, section) => {
  expect(CLAIMS.get(claim)?.source.title).toBe(`RFC 7519 §${section}`)
})
