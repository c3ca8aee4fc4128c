import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { cloudformationJson } from '@/lib/formats/cloudformation/cloudformation'
import { toModel } from '@/lib/model/to-model'
import { printText } from '@/lib/text/print-cache'

/** Whatever the template says. */
interface Tree {
  readonly [key: string]: Tree
}

interface Built {
  readonly Type: string
  readonly DependsOn?: string | readonly string[]
  readonly DeletionPolicy?: string
  readonly Properties: Tree
}

/** The CloudFormation document of the example with changes, as JSON readers see it. */
export function built(changes: Partial<Spec>) {
  const text = printText(cloudformationJson.blocks(toModel({ ...example, ...changes })))
  const template = JSON.parse(text) as {
    readonly Parameters: Readonly<
      Record<string, { readonly Default: string; readonly AllowedPattern: string }>
    >
    readonly Resources: Readonly<Record<string, Built>>
    readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>
  }
  const ofType = (type: string) => Object.entries(template.Resources).filter(([, { Type }]) => Type === type)
  return { ...template, ofType, one: (type: string) => ofType(type)[0]![1] }
}

export const existingPool = {
  source: 'existing',
  userPoolId: 'us-east-1_AbCdEf123',
  managedLogin: false,
} as const satisfies Spec['userPool']

type Endpoint = Spec['endpoints'][number]

export const endpoint = (
  method: Endpoint['method'],
  path: string,
  more: Partial<Endpoint> = {},
): Endpoint => {
  const auth = more.auth ?? 'access_token'
  return {
    method,
    path,
    auth,
    scopes: auth === 'access_token' ? ['com.example.api/read'] : [],
    handler: 'bin/a.handler',
    ...more,
  }
}

export const client = (changes: Partial<Spec['clients'][number]>): Spec['clients'][number] => ({
  ...example.clients[0]!,
  ...changes,
})
