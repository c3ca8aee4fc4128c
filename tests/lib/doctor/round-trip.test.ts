import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../lib/compile'
import { diagnose } from '../../../lib/doctor/diagnose'
import { graphOf } from '../../../lib/doctor/graph'
import type { Spec, SpecInput } from '../../../lib/document/spec'
import type { FormatId } from '../../../lib/formats'
import { arbitrarySpec } from '../../conformance/arbitrary-spec'
import { toolchains } from '../../conformance/formats'

const GRANTS: Readonly<Record<string, string>> = { authorization_code: 'code' }

/** What a spec says, in the words of the graph. */
function expectedOf({ api, clients, endpoints, resourceServers }: Spec) {
  const kind = api.type === 'rest' ? 'cognito' : 'jwt'
  return {
    endpoints: endpoints
      .map(
        ({ method, path, auth, scopes }) =>
          `${method} ${path} ${auth === 'none' ? 'none' : kind} ${scopes.join(' ')}`,
      )
      .toSorted(),
    clients: clients
      .map(
        ({ grants, scopes }) =>
          `${[...new Set(grants)].map(grant => GRANTS[grant] ?? grant).join(' ')}: ${scopes.join(' ')}`,
      )
      .toSorted(),
    resourceServers: resourceServers
      .map(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`).join(' '))
      .toSorted(),
  }
}

/** The same of what was read; preflights and catch-all helpers that formats add are no endpoints of the spec. */
function readOf(text: string, name: string, spec: Spec) {
  const { facts } = diagnose([{ path: name, text }])
  const graph = graphOf(facts.deployed, facts.access)
  const isOwn = (method: string) => method !== 'OPTIONS' || spec.api.cors === undefined
  return {
    endpoints: graph.endpoints
      .filter(({ method }) => isOwn(method))
      .map(
        ({ method, path, authorization, scopes }) => `${method} ${path} ${authorization} ${scopes.join(' ')}`,
      )
      .toSorted(),
    clients: graph.clients.map(({ grants, scopes }) => `${grants.join(' ')}: ${scopes.join(' ')}`).toSorted(),
    resourceServers: graph.resourceServers.map(({ scopes }) => scopes.join(' ')).toSorted(),
  }
}

describe('a random spec, printed and read again, is the same', () => {
  for (const format of ['cloudformation', 'cloudformation-json', 'serverless', 'sam'] as const)
    it(`as ${format}`, () => {
      fc.assert(
        fc.property(arbitrarySpec, input => {
          const { text, fileName, spec } = printed(input, format)
          expect(readOf(text, fileName, spec)).toEqual(expectedOf(spec))
        }),
        { numRuns: 40, seed: 9 },
      )
    })

  it('as openapi, which has endpoints only', () => {
    fc.assert(
      fc.property(arbitrarySpec, input => {
        const { text, fileName, spec } = printed(input, 'openapi')
        const { endpoints } = expectedOf(spec)
        expect(readOf(text, fileName, spec)).toEqual({ endpoints, clients: [], resourceServers: [] })
      }),
      { numRuns: 40, seed: 9 },
    )
  })

  for (const format of ['cdk', 'serverless'] as const)
    it(`as the template that ${format} deploys`, async () => {
      const { compileBack } = toolchains.find(toolchain => toolchain.format === format)!
      await fc.assert(
        fc.asyncProperty(arbitrarySpec, async input => {
          const { text, spec } = printed(input, format)
          const { template } = await compileBack(text, input)
          expect(readOf(JSON.stringify(template, null, 1), 'template.json', spec)).toEqual(expectedOf(spec))
        }),
        { numRuns: 12, seed: 10 },
      )
    })
})

function printed(input: SpecInput, format: FormatId) {
  const compiled = compile(input)
  if (!compiled.ok) throw new Error(compiled.errors[0]?.message)
  return { ...compiled.output(format), spec: compiled.spec }
}
