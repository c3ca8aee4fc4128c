import fs from 'node:fs'
import path from 'node:path'
import { type HclBlock, isObject, type Json } from './module'

export interface Attribute {
  readonly required: boolean
  readonly optional: boolean
  readonly computed: boolean
  readonly type?: string
}

export interface BlockSchema {
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly blocks: Readonly<
    Record<
      string,
      BlockSchema & {
        readonly required: boolean
        readonly nesting?: string
        /** How many of the block are allowed; null for any number. */
        readonly max?: number | null
      }
    >
  >
}

export interface ProviderSchema {
  readonly provider: { readonly name: string; readonly version: string }
  readonly resources: Readonly<Record<string, BlockSchema>>
}

/**
 * The schema of hashicorp/aws for the resources that the texts use, taken out of `@cdktn/provider-aws` 25.7.0, which is
 * generated from the provider's own and weighs 481 MB. `extract-schema/main.ts` makes the file again: CONTRIBUTING.md.
 */
const aws: ProviderSchema = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'aws-schema.json'), 'utf8'),
)

export const providerVersion = aws.provider.version

const text = { required: true, optional: false, computed: false, type: 'string' }
const read = { required: false, optional: false, computed: true, type: 'string' }

/** hashicorp/archive has one data source, of which the texts use this. */
const ARCHIVE: BlockSchema = {
  attributes: {
    type: text,
    source_dir: text,
    output_path: text,
    output_base64sha256: read,
  },
  blocks: {},
}

export const schemaOf = (type: string): BlockSchema => {
  const schema = type === 'data.archive_file' ? ARCHIVE : aws.resources[type]
  if (!schema) throw new Error(`no schema of ${type}`)
  return schema
}

const META = ['for_each', 'depends_on', 'lifecycle']
const LIFECYCLE = ['prevent_destroy', 'create_before_destroy']

/** The errors of a resource or a data source by the provider's schema. */
export function schemaFaults({ address, type, body }: HclBlock): readonly string[] {
  const lifecycle = (body.lifecycle ?? []) as readonly Json[]
  const strange = lifecycle.flatMap(each => Object.keys(each)).filter(key => !LIFECYCLE.includes(key))
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => !META.includes(name)))
  return [...strange.map(key => `${address}: lifecycle ${key}`), ...faults(own, schemaOf(type), address)]
}

function faults(body: Json, { attributes, blocks }: BlockSchema, where: string): readonly string[] {
  const missing = [...Object.entries(attributes), ...Object.entries(blocks)]
    .filter(([name, { required }]) => required && !(name in body))
    .map(([name]) => `${where}: ${name} is required`)
  const wrong = Object.entries(body).flatMap(([name, value]): readonly string[] => {
    const at = `${where}.${name}`
    const attribute = attributes[name]
    if (attribute) return attributeFaults(value, attribute, at)
    const block = blocks[name]
    if (!block) return [`${at} is unknown`]
    if (!Array.isArray(value) || !value.every(isObject)) return [`${at} is a block, not an attribute`]
    const many =
      typeof block.max === 'number' && value.length > block.max ? [`${at}: ${block.max} at most`] : []
    return [...many, ...value.flatMap(each => faults(each, block, at))]
  })
  return [...missing, ...wrong]
}

function attributeFaults(
  value: unknown,
  { required, optional, type }: Attribute,
  at: string,
): readonly string[] {
  if (!required && !optional) return [`${at} is read-only`]
  if (typeof value === 'string' && value.startsWith('${')) return []
  const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
    // Numbers are text in the source of this schema.
    string: given => ['string', 'number', 'boolean'].includes(typeof given),
    number: given => typeof given === 'number',
    boolean: given => typeof given === 'boolean',
    stringList: given => Array.isArray(given) && given.every(item => typeof item === 'string'),
    numberList: given => Array.isArray(given) && given.every(item => typeof item === 'number'),
    stringMap: isObject,
    booleanMap: isObject,
  }
  const check = fits[type ?? 'string']
  if (!check) throw new Error(`${at} has type ${type}`)
  return check(value) ? [] : [`${at} is not a ${type}: ${JSON.stringify(value)}`]
}
