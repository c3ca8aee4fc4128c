import { type Node, SourceText } from './source-text'

/** A function of a source, in bytes. */
export interface Part {
  readonly id: number
  readonly start: number
  readonly end: number
}

const reached = new Set<number>()
const parts = new Map<string, readonly Part[]>()
let next = 0

/** Which functions ran since the last call. */
export function takeReached(): readonly number[] {
  const ids = [...reached]
  reached.clear()
  return ids
}

/** The functions of every source that was marked. */
export const allParts = (): readonly (readonly [file: string, parts: readonly Part[]])[] => [...parts]

/** The source of a file of `lib/` with a call at the start of each function, which `takeReached` tells of. */
export function marked(file: string, source: string): string {
  if (!file.startsWith('lib/')) return source
  Object.assign(globalThis, { __reached: (id: number) => reached.add(id) })
  const text = new SourceText(source)
  const found: Part[] = []
  const calls: (readonly [at: number, call: string])[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const body = 'span' in value ? bodyOf(value as unknown as Node) : undefined
    if (body) {
      const id = next++
      const { start, end } = (value as unknown as Node).span
      found.push({ id, start: text.byteAt(start), end: text.byteAt(end) })
      const at = text.byteAt(body.span.start)
      if (body.type === 'BlockStatement') calls.push([at + 1, `__reached(${id});`])
      else calls.push([at, `(__reached(${id}),`], [text.byteAt(body.span.end), ')'])
    }
    for (const child of Object.values(value)) visit(child)
  }
  visit(text.program)
  parts.set(file, found)
  return withCalls(source, calls)
}

/** What a function or a method does. */
function bodyOf({ type, body, function: method }: Node): Node | undefined {
  if (/^Class(?:Method|Private)|^PrivateMethod$/.test(type)) return (method as Node | undefined)?.body as Node
  return /^Arrow|^Function|^(?:Method|Getter|Setter)|^Constructor$/.test(type) ? (body as Node) : undefined
}

function withCalls(source: string, calls: readonly (readonly [at: number, call: string])[]): string {
  const bytes = Buffer.from(source)
  // Where an arrow ends at the place at which another begins, the end comes first.
  const ordered = calls.toSorted(([a, x], [b, y]) => a - b || Number(x !== ')') - Number(y !== ')'))
  const starts = [0, ...ordered.map(([at]) => at)]
  return starts
    .map((start, i) => (ordered[i - 1]?.[1] ?? '') + bytes.toString('utf8', start, starts[i + 1]))
    .join('')
}
