import { expect, it } from 'vitest'
import { reservedScopes } from '@/components/fields/scopes'
import { regions } from '@/components/wizard/parts/regions'
import { RESERVED_SCOPES } from '@/lib/document/scope'
import { hasUserPools } from '@/lib/findings/regions'

it('has a hint for every reserved scope, and for no other', () => {
  expect([...reservedScopes.keys()].sort()).toEqual([...RESERVED_SCOPES].sort())
})

it('offers no Region that a finding would call unknown', () => {
  expect(regions.length).toBeGreaterThan(20)
  expect(regions.filter(([region]) => !hasUserPools(region))).toEqual([])
})
