import { describe, expect, test } from 'vitest'
import { acknowledge, unmatched, withoutAcknowledged } from '../../../lib/document/edit/acknowledge'
import { FINDING_CODES } from '../../../lib/document/finding-code'
import { rules } from '../../../lib/findings/rules'
import { client, endpoint, rest } from '../document/edited'
import { compiled } from './found'

/** One finding of each sort of place: an endpoint, a client, a scope, an identifier, the whole document. */
const set = {
  'userPool.tier': 'PLUS',
  'resourceServers.0.identifier': `https://api.example.com/${'v'.repeat(60)}`,
  'endpoints.0': { ...endpoint, path: '/products', auth: 'none', scopes: [] },
  clients: [{ ...client, scopes: ['openid'], grants: ['implicit'] }],
}

const open = (more: object = {}) =>
  compiled(rest, { ...set, ...more })
    .findings()
    .filter(({ acknowledged }) => !acknowledged)
    .map(({ code }) => code)

describe('acknowledged findings', () => {
  test.each([
    ['PUBLIC_ENDPOINT', 'GET /products'],
    ['IMPLICIT_GRANT', 'app'],
    ['SCOPE_UNUSED', `https://api.example.com/${'v'.repeat(60)}/read`],
    ['PLUS_TIER_COST', undefined],
  ])('%s at %s counts as done, and nothing else does', (code, at) => {
    const acknowledged = [{ code, ...(at !== undefined && { at }) }]
    const before = open()
    const after = open({ acknowledged })
    expect(before).toContain(code)
    expect(before.length - after.length).toBe(1)
    const done = compiled(rest, { ...set, acknowledged })
      .findings()
      .filter(finding => finding.acknowledged)
    expect(done.map(finding => [finding.code, finding.acknowledged])).toEqual([[code, true]])
  })

  test.each([
    ['another place', { code: 'PUBLIC_ENDPOINT', at: 'GET /offers' }],
    ['no place where there is one', { code: 'PUBLIC_ENDPOINT' }],
    ['a place where there is none', { code: 'PLUS_TIER_COST', at: 'app' }],
    ['another finding at its place', { code: 'ID_TOKEN_ENDPOINT', at: 'GET /products' }],
  ])('%s is ignored', (_, entry) => {
    expect(open({ acknowledged: [entry] })).toEqual(open())
    const { spec, repairableFindings } = compiled(rest, { ...set, acknowledged: [entry] })
    expect(unmatched(spec, repairableFindings())).toEqual([entry])
    expect(withoutAcknowledged(spec, unmatched(spec, repairableFindings())).acknowledged).toBeUndefined()
  })

  test('what still matches stays', () => {
    const entry = { code: 'PUBLIC_ENDPOINT', at: 'GET /products' } as const
    const { spec, repairableFindings } = compiled(rest, { ...set, acknowledged: [entry] })
    expect(unmatched(spec, repairableFindings())).toEqual([])
    expect(withoutAcknowledged(spec, [])).toBe(spec)
  })

  test('acknowledging each makes all of them done, and taking one back brings it back', () => {
    const { spec, repairableFindings } = compiled(rest, set)
    const all = repairableFindings().reduce(acknowledge, spec)
    expect(
      compiled({ ...all })
        .findings()
        .every(({ acknowledged }) => acknowledged),
    ).toBe(true)
    const [first] = repairableFindings()
    const back = compiled({ ...withoutAcknowledged(all, [first!]) }).findings()
    expect(back.filter(({ acknowledged }) => !acknowledged).map(({ code }) => code)).toEqual([first!.code])
  })

  test('every rule can be acknowledged, in the order in which findings are shown', () => {
    expect(rules.map(({ code }) => code)).toEqual(FINDING_CODES)
  })
})
