import { example } from '../../../../lib/document/example'
import type { Spec } from '../../../../lib/document/spec'
import { serverless } from '../../../../lib/formats/serverless/serverless'
import { toModel } from '../../../../lib/model/to-model'
import { textOfBlocks } from '../../../../lib/text/block-text'
import { noCache } from '../../../../lib/text/print-cache'
import { type PackageOptions, packageServerless } from '../../../conformance/toolchains/osls'

export type Endpoint = Spec['endpoints'][number]

/** The example, changed. */
export const specOf = (change: Partial<Spec>): Spec => ({ ...example, ...change })

export const endpoint = (
  method: Endpoint['method'],
  path: string,
  more: Partial<Endpoint> = {},
): Endpoint => ({
  method,
  path,
  auth: 'access_token',
  scopes: more.auth && more.auth !== 'access_token' ? [] : ['com.example.api/read'],
  handler: 'bin/orders.handler',
  ...more,
})

export const printed = (spec: Spec) => textOfBlocks(serverless.blocks(toModel(spec)).map(noCache.print))

interface Resource {
  readonly Type: string
  readonly DependsOn?: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: a template read back is plain JSON of any shape
  readonly Properties: Record<string, any>
}

/** What osls deploys for the spec. */
export async function compiled(spec: Spec, options?: PackageOptions) {
  const template = await packageServerless(printed(spec).text, options)
  const resources = template.Resources as Readonly<Record<string, Resource>>
  const all = (type: string) => Object.values(resources).filter(({ Type }) => Type === type)
  const only = (type: string) => {
    const found = all(type)
    if (found.length !== 1) throw new Error(`${found.length} of ${type}`)
    return found[0]!
  }
  return { template, resources, all, only }
}
