/** As much of HCL's expression language as the texts use. HashiCorp's parser has read the file before. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'path'; readonly root: string; readonly steps: readonly Expression[] }

const known = new Map<string, Expression>()

/** A string as hcl2json gives it: escapes of characters are resolved, those of `${` and `%{` are not. */
export function parseTemplate(text: string): Expression {
  const before = known.get(text)
  if (before) return before
  const parser = createParser(text)
  const made = parser.template(false)
  known.set(text, made)
  return made
}

function createParser(text: string) {
  let at = 0
  const fail = (): never => {
    throw new Error(`expression not read here: ${JSON.stringify(text.slice(at, at + 60))}`)
  }
  const skip = (pattern: RegExp): string | undefined => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(text)
    if (!found) return undefined
    at = sticky.lastIndex
    return found[0]
  }
  const expect = (pattern: RegExp): string => skip(pattern) ?? fail()
  const space = () => void skip(/\s*/)

  /** Up to the end of the text or, within an expression, up to the closing quote. */
  function template(quoted: boolean): Expression {
    const parts: Expression[] = []
    let literal = ''
    const flush = () => {
      if (literal !== '') parts.push({ kind: 'literal', value: literal })
      literal = ''
    }
    for (;;) {
      if (at === text.length) {
        if (quoted) fail()
        break
      }
      if (quoted && skip(/"/)) break
      const escaped = skip(/\$\$\{|%%\{/)
      if (escaped !== undefined) literal += escaped.slice(1)
      else if (skip(/\$\{/)) {
        flush()
        parts.push(expression())
        space()
        expect(/\}/)
      } else if (skip(/%\{/)) fail()
      else if (quoted && text[at] === '\\')
        literal += JSON.parse(`"${expect(/\\(?:u[0-9a-fA-F]{4}|[nrt"\\])/)}"`)
      else literal += text[at++]
    }
    flush()
    const [only] = parts
    if (parts.length === 0) return { kind: 'literal', value: '' }
    return only && parts.length === 1 ? only : { kind: 'template', parts }
  }

  function expression(): Expression {
    space()
    if (skip(/"/)) return template(true)
    const number = skip(/-?\d+(?:\.\d+)?/)
    if (number !== undefined) return { kind: 'literal', value: Number(number) }
    if (skip(/\[/)) return { kind: 'list', items: items(/\]/) }
    if (skip(/\{/)) return object()
    const name = expect(/[A-Za-z_][\w-]*/)
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' }
    if (name === 'null') return { kind: 'literal', value: null }
    if (skip(/\(/)) return { kind: 'call', name, args: items(/\)/) }
    const steps: Expression[] = []
    for (;;) {
      if (skip(/\./)) steps.push({ kind: 'literal', value: expect(/[A-Za-z_][\w-]*/) })
      else if (skip(/\[/)) {
        steps.push(expression())
        space()
        expect(/\]/)
      } else return { kind: 'path', root: name, steps }
    }
  }

  function items(end: RegExp): readonly Expression[] {
    const found: Expression[] = []
    for (;;) {
      space()
      if (skip(end)) return found
      found.push(expression())
      space()
      if (!skip(/,/)) {
        expect(end)
        return found
      }
    }
  }

  function object(): Expression {
    const entries: (readonly [string, Expression])[] = []
    for (;;) {
      skip(/[\s,]*/)
      if (skip(/\}/)) return { kind: 'object', entries }
      const key = skip(/"/) ? template(true) : ({ kind: 'literal', value: expect(/[\w-]+/) } as const)
      if (key.kind !== 'literal') return fail()
      space()
      expect(/=/)
      entries.push([String(key.value), expression()])
    }
  }

  return { template }
}

/** Every path in an expression: what it refers to. */
export function pathsIn(expression: Expression): readonly Extract<Expression, { kind: 'path' }>[] {
  switch (expression.kind) {
    case 'literal':
      return []
    case 'template':
      return expression.parts.flatMap(pathsIn)
    case 'list':
      return expression.items.flatMap(pathsIn)
    case 'object':
      return expression.entries.flatMap(([, value]) => pathsIn(value))
    case 'call':
      return expression.args.flatMap(pathsIn)
    case 'path':
      return [expression, ...expression.steps.flatMap(pathsIn)]
  }
}
