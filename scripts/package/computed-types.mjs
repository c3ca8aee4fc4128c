import { tsImport } from 'tsx/esm/api'

/** Optional in the document and always there in a `Spec`, though no constant is its default: it follows from the tier. */
const ALWAYS_FILLED = new Set(['userPool.managedLogin'])

/** The type `FormatId` from the registry of formats, which itself would bring all their types along. */
export async function formatTypes() {
  const { formats } = await tsImport('../../lib/formats/index.ts', import.meta.url)
  const ids = formats.map(({ id }) => JSON.stringify(id))
  return `/** Id of an output format. */\nexport type FormatId = ${ids.join(' | ')};\n`
}

/**
 * The types `SpecInput` and `Spec` from the JSON Schema of the document, each field with its description and limits. They
 * say what the types that are inferred in the sources say (a test compares them) without needing those sources.
 */
export async function documentTypes() {
  const { jsonSchema } = await tsImport('../../lib/document/json-schema.ts', import.meta.url)
  const schema = jsonSchema()
  return [
    '/** The document `wizard.json` as written: fields with a default may be left out. */',
    `export type SpecInput = ${typeOf(schema, { filled: false, path: '' })};`,
    '/** A valid document with its defaults filled in. */',
    `export type Spec = ${typeOf(schema, { filled: true, path: '' })};`,
    '',
  ].join('\n')
}

function typeOf(node, context) {
  const members = node.oneOf ?? node.anyOf
  if (members) return members.map(member => typeOf(member, context)).join(' | ')
  if (node.const !== undefined) return JSON.stringify(node.const)
  if (node.enum) return node.enum.map(word => JSON.stringify(word)).join(' | ')
  if (node.type === 'array') {
    const item = typeOf(node.items, context)
    return /^\w+$/.test(item) ? `readonly ${item}[]` : `ReadonlyArray<${item}>`
  }
  if (node.type === 'object') return objectType(node, context)
  if (node.type === 'integer') return 'number'
  if (['string', 'number', 'boolean'].includes(node.type)) return node.type
  throw new Error(`no TypeScript type for ${JSON.stringify(node)}`)
}

function objectType({ properties, required = [] }, { filled, path }) {
  const lines = Object.entries(properties).flatMap(([name, node]) => {
    const field = path ? `${path}.${name}` : name
    const present =
      required.includes(name) || (filled && (node.default !== undefined || ALWAYS_FILLED.has(field)))
    const type = typeOf(node, { filled, path: field })
    const text = [
      ...comment(node),
      `readonly ${name}${present ? '' : '?'}: ${type}${present ? '' : ' | undefined'};`,
    ]
    return text.flatMap(line => line.split('\n')).map(line => `    ${line}`)
  })
  return `{\n${lines.join('\n')}\n}`
}

function comment(node) {
  const sentences = [node.description, limitsOf(node)].filter(Boolean)
  if (node.default !== undefined) sentences.push(`Default: \`${JSON.stringify(node.default)}\`.`)
  return sentences.length > 0 ? [`/** ${sentences.join(' ').replaceAll('*/', '*\\/')} */`] : []
}

function limitsOf({ type, minItems, maxItems, minLength, maxLength, minimum, maximum }) {
  const range = (least, most, unit) => {
    if (most === undefined) return undefined
    return `${least === undefined ? 'At most ' : `${least} to `}${most}${unit}.`
  }
  if (type === 'array') return range(minItems, maxItems, ' items')
  if (type === 'string') return range(minLength, maxLength, ' characters')
  return type === 'integer' ? range(minimum, maximum, '') : undefined
}
