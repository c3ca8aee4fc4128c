import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Access, accessMatrix } from '@/lib/authorize/access-matrix'
import { compile } from '@/lib/compile'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { arbitrarySpec } from '../../conformance/arbitrary-spec'
import { cases } from '../../conformance/cases'

/** What the doctor says of an access token, where the spec gives access like this. */
function allowed(access: Access): boolean | null {
  if (access.by === 'none') return access.reason.includes('the trigger can add one') ? null : false
  return access.by === 'scope' || access.by === 'any-token' || access.by === 'no-auth'
}

function expectSameAccess(document: unknown) {
  const compiled = compile(document)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const { clients, rows } = accessMatrix(compiled.model)
  const { text } = compiled.output('cloudformation')
  const { access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  const found = new Map(access.map(row => [row.endpoint, row.clients]))
  for (const { endpoint, cells } of rows) {
    expect(found.get(`${endpoint.method} ${endpoint.path}`)).toEqual(
      clients.map(({ id }, i) => ({ id, allowed: allowed(cells[i]!) })),
    )
  }
}

it.each(cases)('the template of $name gives the clients the same access as its spec', ({ spec }) =>
  expectSameAccess(spec),
)

it('the templates of random specs do, too', () => {
  fc.assert(fc.property(arbitrarySpec, expectSameAccess), {
    seed: 20_261_127,
    numRuns: 60,
    endOnFailure: true,
  })
})
