import { jsonSchema } from '@/lib/document/json-schema'

/** One value of every JSON type, and containers with members of the wrong type. */
const WRONG_VALUES: readonly unknown[] = [null, true, 7, 'text', [], [null], [{}], {}, { a: 1 }]

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface BadShape {
  readonly name: string
  readonly document: unknown
}

/**
 * Every field and every list item of the JSON Schema, each in turn replaced by a value of every other JSON type, in a
 * document where every field has a value. Read from the published schema, so that a new field joins by itself.
 */
export function badShapes(): readonly BadShape[] {
  const shapes: BadShape[] = []
  for (const source of [0, 1]) {
    const schema = { ...jsonSchema(), pick: source }
    const sample = sampleOf(schema, source)
    visit(schema, sample, [], source, (path, type) => {
      // The other kind of user pool differs in the pool alone.
      if (source === 1 && path[0] !== 'userPool') return
      for (const wrong of WRONG_VALUES)
        if (typeOf(wrong) !== type || hasWrongMember(wrong))
          shapes.push({
            name: `${path.join('.')} is ${JSON.stringify(wrong)}`,
            document: replaced(sample, path, wrong),
          })
    })
  }
  return shapes
}

const hasWrongMember = (value: unknown) => Array.isArray(value) && value.length > 0

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

const optionsOf = (node: Node, source: number): Node => {
  const options = (node.oneOf ?? node.anyOf) as readonly Node[] | undefined
  return options?.[source] ?? node
}

function sampleOf(schema: Node, source: number): unknown {
  const node = optionsOf(schema, source)
  if (isNode(node.properties))
    return Object.fromEntries(
      Object.entries(node.properties).map(([key, inner]) => [key, sampleOf(inner as Node, source)]),
    )
  if (isNode(node.items)) return [sampleOf(node.items, source)]
  if (node.const !== undefined) return node.const
  if (Array.isArray(node.enum)) return node.enum[0]
  if (node.type === 'boolean') return false
  if (node.type === 'integer' || node.type === 'number') return 60
  return Array.isArray(node.examples) ? node.examples[0] : 'sample'
}

function visit(
  schema: Node,
  value: unknown,
  path: readonly string[],
  source: number,
  each: (path: readonly string[], type: string) => void,
): void {
  const node = optionsOf(schema, source)
  if (path.length > 0) each(path, typeOf(value))
  if (isNode(node.properties) && isNode(value))
    for (const [key, inner] of Object.entries(node.properties))
      visit(inner as Node, value[key], [...path, key], source, each)
  else if (isNode(node.items) && Array.isArray(value))
    visit(node.items, value[0], [...path, '0'], source, each)
}

function replaced(value: unknown, [key = '', ...rest]: readonly string[], wrong: unknown): unknown {
  const next = (inner: unknown) => (rest.length === 0 ? wrong : replaced(inner, rest, wrong))
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? next(item) : item))
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, name === key ? next(inner) : inner]),
  )
}
