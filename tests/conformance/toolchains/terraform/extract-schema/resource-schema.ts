import type { Attribute, BlockSchema } from '../schema'

/** A member of a generated class: what the comment above it says, and the class of its value if that is a block. */
interface Member {
  readonly name: string
  readonly required: boolean
  readonly optional: boolean
  readonly computed: boolean
  readonly valueClass: string | undefined
}

/** How the generated code writes a member as HCL. */
interface Written {
  readonly isBlock: boolean
  readonly nesting: string
  readonly type: string
}

/**
 * Reads the schema of one resource or data source from its generated module, `lib/<resource>/index.js` of
 * `@cdktn/provider-aws`. Throws where the code is not as the generator writes it today.
 */
export function resourceSchema(code: string, type: string): BlockSchema {
  const classes = new Map([...code.matchAll(CLASS)].map(([, name = '', body = '']) => [name, body]))
  const writers = new Map([...code.matchAll(WRITER)].map(([, name = '', body = '']) => [name, body]))
  const resourceType = type.replace(/^data\./, '')
  const own = [...classes.values()].find(body => body.includes(`tfResourceType = "${resourceType}";`))
  if (own === undefined) throw new Error(`no class of ${type}`)
  return schemaOf(own, own, type)

  /** `body` declares the members, and `writer` is the code that writes them. */
  function schemaOf(body: string, writer: string, where: string): BlockSchema {
    const written = writtenBy(writer)
    const attributes: Record<string, Attribute> = {}
    const blocks: Record<string, BlockSchema['blocks'][string]> = {}
    for (const member of membersOf(body)) {
      const { name, required, optional, computed, valueClass } = member
      const at = `${where}.${name}`
      const how = written.get(name)
      written.delete(name)
      if (!how && (required || optional)) throw new Error(`${at} can be set, but nothing writes it`)
      if (!how?.isBlock) attributes[name] = { required, optional, computed, ...(how && { type: how.type }) }
      else {
        const [, base, kind] = /^(\w+?)(List|OutputReference)$/.exec(valueClass ?? '') ?? []
        const inner = classes.get(`${base}OutputReference`)
        const innerWriter = writers.get(`${base?.charAt(0).toLowerCase()}${base?.slice(1)}`)
        if (inner === undefined || innerWriter === undefined) throw new Error(`no class of the block ${at}`)
        const max = kind === 'List' ? null : 1
        blocks[name] = { required, nesting: how.nesting, max, ...schemaOf(inner, innerWriter, at) }
      }
    }
    if (written.size > 0) throw new Error(`${where}: no member for ${[...written.keys()].join(', ')}`)
    return { attributes, blocks }
  }
}

const CLASS = /^class (\w+) extends [\w.]+ \{\n([\s\S]*?)^\}/gm
const WRITER = /^function (\w+)ToHclTerraform\(struct\) \{\n([\s\S]*?)^\}/gm

/** The generator writes what the provider says of a member in a comment above it. */
const MEMBER =
  /^ +\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\n(?: +\w+ = new (\w+)\()?/gm

const membersOf = (body: string): readonly Member[] =>
  [...body.matchAll(MEMBER)].map(([, name = '', computed, optional, required, valueClass]) => ({
    name,
    computed: computed === 'true',
    optional: optional === 'true',
    required: required === 'true',
    valueClass,
  }))

const WRITTEN =
  /^ +"?(\w+)"?: \{\n +value: .*,\n +isBlock: (true|false),\n +type: "(\w+)",\n +storageClassType: "(\w+)",\n/gm

const writtenBy = (body: string): Map<string, Written> =>
  new Map(
    [...body.matchAll(WRITTEN)].map(([, name = '', isBlock, nesting = '', type = '']) => [
      name,
      { isBlock: isBlock === 'true', nesting, type },
    ]),
  )
