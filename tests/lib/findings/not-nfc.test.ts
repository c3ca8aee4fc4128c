import { describe, expect, it } from 'vitest'
import { compile } from '../../../lib/compile'
import { cases } from '../../conformance/cases'

/** é as two characters, which HCL would join to one. */
const DECOMPOSED = 'e\u0301'

type Path = readonly string[]

const stringPaths = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => stringPaths(member, [...path, key]))
}

/** A copy of a document with more text at the end of one of its strings, and of all strings that equal it. */
function withMore(document: unknown, path: Path): unknown {
  const old = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document)
  return JSON.parse(JSON.stringify(document), (_, value) => (value === old ? `${old}${DECOMPOSED}` : value))
}

describe('text that HCL would change', () => {
  it.each(cases)('is named by NOT_NFC wherever $name accepts it', ({ spec }) => {
    for (const path of stringPaths(spec)) {
      const compiled = compile(withMore(spec, path))
      if (!compiled.ok || path[0] === 'acknowledged') continue
      const found = compiled.findings().find(({ code }) => code === 'NOT_NFC')
      expect(found?.paths, path.join('.')).toContain(path.join('.'))
    }
  })

  it('is accepted in five fields and in no other', () => {
    const accepted = cases.flatMap(({ spec }) =>
      stringPaths(spec).flatMap(path =>
        compile(withMore(spec, path)).ok && path[0] !== 'acknowledged'
          ? [path.map(key => key.replace(/^\d+$/, 'N')).join('.')]
          : [],
      ),
    )
    expect([...new Set(accepted)].sort()).toEqual([
      'clients.N.callbackUrls.N',
      'clients.N.defaultRedirectUri',
      'clients.N.identityProviders.N',
      'clients.N.logoutUrls.N',
      'resourceServers.N.scopes.N.description',
    ])
  })
})
