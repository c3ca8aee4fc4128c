import { toJSONSchema } from 'zod/mini'
import { fieldRegistry, specSchema } from './schema'

/** JSON Schema (draft 2020-12) of the document as written, for editors. Rules over several fields are not in it. */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = toJSONSchema(specSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema: node }) => {
      const entry = fieldRegistry.get(zodSchema)
      if (entry === undefined) return
      const { info, limits } = entry
      Object.assign(node, { title: info.label, description: info.help }, limits)
      if (info.example !== undefined && node.type === 'string') node.examples = [info.example]
    },
  })
  return { $schema, ...schema }
}
