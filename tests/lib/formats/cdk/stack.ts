import { compile } from '../../../../lib/compile'
import { example } from '../../../../lib/document/example'
import type { Spec, SpecInput } from '../../../../lib/document/spec'
import { synthStack } from '../../../conformance/toolchains/cdk'
import type { CompiledResource, CompiledTemplate } from '../../../conformance/toolchains/template'

/** The printed stack, and what it deploys as CDK itself says. */

export function accepted(spec: SpecInput) {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return compiled
}

export const textOf = (spec: SpecInput) => accepted(spec).output('cdk').text

export const stackOf = (spec: SpecInput, props: Record<string, unknown> = {}) =>
  synthStack(textOf(spec), { handlers: spec.endpoints.map(({ handler }) => handler), props })

export const synth = async (spec: SpecInput, props?: Record<string, unknown>): Promise<CompiledTemplate> =>
  (await stackOf(spec, props)).template

export const ofType = ({ Resources }: CompiledTemplate, type: string): readonly CompiledResource[] =>
  Object.values(Resources).filter(({ Type }) => Type === type)

export const idsOf = ({ Resources }: CompiledTemplate, type: string): readonly string[] =>
  Object.entries(Resources).flatMap(([id, { Type }]) => (Type === type ? [id] : []))

const [endpoint] = example.endpoints as [Spec['endpoints'][number]]
export const [interactive] = example.clients as [Spec['clients'][number]]
export const at = (method: string, path: string, more: object = {}) =>
  ({ ...endpoint, method, path, ...more }) as Spec['endpoints'][number]
export const open = { auth: 'none', scopes: [] }
export const existing = {
  source: 'existing',
  userPoolId: 'us-east-1_AbCdEf123',
  managedLogin: false,
} as const
export const machine = {
  name: 'machine',
  grants: ['client_credentials'],
  generateSecret: true,
  scopes: ['com.example.api/read'],
} satisfies SpecInput['clients'][number]
