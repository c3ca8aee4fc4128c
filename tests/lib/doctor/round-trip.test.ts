import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../lib/compile'
import { diagnose } from '../../../lib/doctor/diagnose'
import { graphOf } from '../../../lib/doctor/graph'
import type { Spec } from '../../../lib/document/spec'
import { arbitrarySpec } from '../../conformance/arbitrary-spec'

const GRANTS: Readonly<Record<string, string>> = { authorization_code: 'code' }

/** What a spec says, in the words of the graph. */
function expectedOf({ api, clients, endpoints, resourceServers }: Spec) {
  const kind = api.type === 'rest' ? 'cognito' : 'jwt'
  return {
    endpoints: endpoints
      .map(
        ({ method, path, auth, scopes }) =>
          `${method} ${path} ${auth === 'none' || auth === 'iam' ? auth : kind} ${scopes.join(' ')}`,
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
  for (const format of ['cloudformation', 'cloudformation-json', 'serverless'] as const)
    it(`as ${format}`, () => {
      fc.assert(
        fc.property(arbitrarySpec, input => {
          const compiled = compile(input)
          if (!compiled.ok) throw new Error(compiled.errors[0]?.message)
          const { text, fileName } = compiled.output(format)
          expect(readOf(text, fileName, compiled.spec)).toEqual(expectedOf(compiled.spec))
        }),
        { numRuns: 40, seed: 9 },
      )
    })
})
