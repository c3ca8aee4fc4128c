import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { parse }: { parse(file: string, text: string): Promise<Json> } = require('@cdktn/hcl2json')
const { format }: { format(text: string): Promise<string> } = require('@cdktn/hcl-tools')

export const hclVersions: readonly string[] = ['@cdktn/hcl2json', '@cdktn/hcl-tools'].map(
  name => require(`${name}/package.json`).version,
)

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A block of the file, by its address: `aws_lambda_function.list`, `data.aws_partition.current`. */
export interface HclBlock {
  readonly address: string
  readonly type: string
  readonly body: Json
}

export interface Module {
  readonly resources: readonly HclBlock[]
  readonly data: readonly HclBlock[]
  readonly variables: Json
  readonly locals: Json
  readonly outputs: Json
  /** Of the provider `aws`. */
  readonly provider: Json
}

const TOP = ['terraform', 'provider', 'variable', 'locals', 'data', 'resource', 'output']

/** A text as HashiCorp's own library reads it. Throws at a text that `terraform fmt` would change, and at other blocks. */
export async function readModule(text: string): Promise<Module> {
  const file = await parse('main.tf', text)
  if ((await format(text)) !== text) throw new Error('terraform fmt would change the text')
  const strange = Object.keys(file).filter(key => !TOP.includes(key))
  if (strange.length > 0) throw new Error(`blocks of ${strange}`)
  versions(single(file.terraform, 'terraform'))
  const locals = (file.locals ?? []) as readonly Json[]
  return {
    resources: blocks(file.resource, ''),
    data: blocks(file.data, 'data.'),
    variables: singles(file.variable, 'variable'),
    locals: Object.assign({}, ...locals),
    outputs: singles(file.output, 'output'),
    provider: single((file.provider as Json | undefined)?.aws, 'provider aws'),
  }
}

function versions(terraform: Json): void {
  const providers = single(terraform.required_providers, 'required_providers')
  const wanted = {
    aws: { source: 'hashicorp/aws', version: '>= 6.13, < 7.0' },
    archive: { source: 'hashicorp/archive', version: '~> 2.4' },
  }
  if (JSON.stringify(Object.entries(providers).sort()) !== JSON.stringify(Object.entries(wanted).sort()))
    throw new Error(`providers ${JSON.stringify(providers)}`)
  if (terraform.required_version !== '>= 1.5') throw new Error(`version ${terraform.required_version}`)
}

/** Blocks with two labels. Two of one address are a list of two. */
const blocks = (byType: unknown, prefix: string): readonly HclBlock[] =>
  Object.entries((byType ?? {}) as Json).flatMap(([type, byName]) =>
    Object.entries(byName as Json).map(([name, body]) => {
      const address = `${prefix}${type}.${name}`
      return { address, type: `${prefix}${type}`, body: single(body, address) }
    }),
  )

const singles = (byName: unknown, what: string): Json =>
  Object.fromEntries(
    Object.entries((byName ?? {}) as Json).map(([name, body]) => [name, single(body, `${what} ${name}`)]),
  )

function single(body: unknown, what: string): Json {
  const [only, ...more] = (body ?? []) as readonly Json[]
  if (!only || more.length > 0)
    throw new Error(`${what}: one block expected, ${more.length + (only ? 1 : 0)} there`)
  return only
}
