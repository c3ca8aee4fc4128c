import { describe, expect, it } from 'vitest'
import { compile, importTemplate, type Spec } from '../../lib/index'
import { cases } from '../conformance/cases'

/** The spec that a template of one of our cases is read back as. */
function importedFrom(
  name: string,
  format: 'cloudformation' | 'sam' | 'serverless' | 'openapi',
  change = (text: string) => text,
) {
  const { spec } = cases.find(one => one.name === name)!
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error('refused')
  const { text, fileName } = compiled.output(format)
  return { original: compiled.spec, imported: importTemplate([{ path: fileName, text: change(text) }]) }
}

const authOf = ({ endpoints }: Spec) =>
  endpoints.map(({ method, path, auth }) => `${method} ${path} ${auth}`).sort()

describe.each(['iam-rest-cors', 'iam-http-audiences'])('import of %s', name => {
  it.each(['cloudformation', 'sam', 'serverless', 'openapi'] as const)(
    'from %s reads signed endpoints',
    format => {
      const { original, imported } = importedFrom(name, format)
      if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
      expect(authOf(imported.spec)).toEqual(authOf(original))
    },
  )

  it('keeps a resource server without scopes', () => {
    const { imported } = importedFrom(name, 'cloudformation')
    const servers = imported.ok ? imported.spec.resourceServers : []
    expect(servers).toContainEqual({ identifier: 'https://mcp.example.com', name: 'MCP', scopes: [] })
  })
})

describe('import of audiences', () => {
  it.each(['cloudformation', 'sam', 'serverless', 'openapi'] as const)('from %s', format => {
    const { original, imported } = importedFrom('iam-http-audiences', format)
    expect(imported.ok && imported.spec.api.additionalAudiences).toEqual(original.api.additionalAudiences)
    expect(imported.report).toContainEqual(
      expect.objectContaining({ what: 'audience 012', how: 'mapped', into: 'api.additionalAudiences.1' }),
    )
  })

  it('leaves out what looks like a client, and what no audience can be', () => {
    const { imported } = importedFrom('iam-http-audiences', 'cloudformation', text =>
      text.replace('"012"', '"6o7h8i9jexampleclientid123"').replace('https://mcp.example.com"\n', 'a b"\n'),
    )
    const left = imported.report.filter(({ what, how }) => what.startsWith('audience ') && how === 'left-out')
    expect(left.map(({ what }) => what)).toContain('audience 6o7h8i9jexampleclientid123')
    expect(imported.ok && imported.spec.api.additionalAudiences).not.toContain('6o7h8i9jexampleclientid123')
  })

  it('is nothing on a REST API', () => {
    const { imported } = importedFrom('iam-rest-cors', 'cloudformation')
    expect(imported.ok && imported.spec.api.additionalAudiences).toBeUndefined()
  })
})

it('does not import an API that no token is for', () => {
  expect(importedFrom('iam-only', 'cloudformation').imported.ok).toBe(false)
})
