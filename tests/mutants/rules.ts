import type { Node, SourceText } from './source-text'

/** A number from 0 up to 1. */
export type Random = () => number

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Rule {
  readonly kind: string
  readonly change: (node: Node, text: SourceText, random: Random) => readonly Edit[] | undefined
}

const node = (value: unknown): Node => value as Node
const nodes = (value: unknown): readonly Node[] => value as readonly Node[]

const replace = ({ span }: Node, text: string): Edit => ({ ...span, text })

/** Other operators in the same place. */
const operators =
  (table: Readonly<Record<string, readonly string[]>>): Rule['change'] =>
  ({ type, operator, left, right }, text) => {
    if (!/^(Binary|Assignment)Expression$/.test(type) || typeof operator !== 'string') return
    const start = node(left).span.end
    const between = text.slice(start, node(right).span.start)
    const at = start + Buffer.byteLength(between.slice(0, between.indexOf(operator)))
    const others = Object.hasOwn(table, operator) ? table[operator]! : []
    return others.map(other => ({ start: at, end: at + operator.length, text: other }))
  }

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)]

/** `return`, `throw`, `continue` or `break`, alone or at the end of a block. */
function leaves({ type, stmts }: Node): boolean {
  if (type === 'BlockStatement') return nodes(stmts).length > 0 && leaves(nodes(stmts).at(-1)!)
  return /^(Return|Throw|Continue|Break)Statement$/.test(type)
}

/** `x.some(…)` → the name of its method, and the object. */
function methodCall({ type, callee }: Node): { readonly name: Node; readonly object: Node } | undefined {
  if (type !== 'CallExpression' || node(callee).type !== 'MemberExpression') return
  const { object, property } = node(callee)
  return node(property).type === 'Identifier' ? { name: node(property), object: node(object) } : undefined
}

const OTHER_METHOD: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
}

const DROPPED_METHODS = ['filter', 'sort', 'trim', 'toLowerCase', 'toUpperCase', 'slice', 'reverse', 'concat']

export const rules: readonly Rule[] = [
  {
    kind: 'comparison',
    change: operators({
      '<': ['<=', '>='],
      '<=': ['<', '>'],
      '>': ['>=', '<='],
      '>=': ['>', '<'],
      '===': ['!=='],
      '!==': ['==='],
    }),
  },
  { kind: 'boolean operator', change: operators({ '&&': ['||'], '||': ['&&'] }) },
  {
    kind: 'arithmetic',
    change: operators({
      '+': ['-'],
      '-': ['+'],
      '*': ['/'],
      '/': ['*'],
      '%': ['*'],
      '+=': ['-='],
      '-=': ['+='],
    }),
  },
  {
    kind: 'negation',
    change: ({ type, operator, argument, ...rest }, text) =>
      type === 'UnaryExpression' && operator === '!'
        ? [replace({ type, ...rest }, text.of(node(argument)))]
        : undefined,
  },
  {
    kind: 'default value',
    change: (expression, text) =>
      expression.type === 'BinaryExpression' && expression.operator === '??'
        ? [replace(expression, text.of(node(expression.left)))]
        : undefined,
  },
  {
    kind: 'condition',
    change: ({ type, test }, text) =>
      type === 'IfStatement' || type === 'WhileStatement'
        ? [replace(node(test), `!(${text.of(node(test))})`)]
        : undefined,
  },
  {
    kind: 'branches',
    change: ({ type, consequent, alternate }, text) => {
      if (type !== 'ConditionalExpression') return
      const [yes, no] = [node(consequent), node(alternate)]
      const between = text.slice(yes.span.end, no.span.start)
      return [{ start: yes.span.start, end: no.span.end, text: text.of(no) + between + text.of(yes) }]
    },
  },
  {
    kind: 'early return',
    change: statement =>
      statement.type === 'IfStatement' && !statement.alternate && leaves(node(statement.consequent))
        ? [replace(statement, '')]
        : undefined,
  },
  {
    kind: 'number',
    change: (literal, _, random) =>
      literal.type === 'NumericLiteral'
        ? [replace(literal, String(Number(literal.value) + (random() < 0.5 ? 1 : -1)))]
        : undefined,
  },
  {
    kind: 'truth',
    change: literal =>
      literal.type === 'BooleanLiteral' ? [replace(literal, String(!literal.value))] : undefined,
  },
  {
    // A text with a space in it is wording, and an address is a link to read on: no test enforces those word by word.
    kind: 'string',
    change: literal => {
      if (literal.type !== 'StringLiteral') return
      const value = String(literal.value)
      if (/\s|^https:/.test(value)) return
      return [replace(literal, value === '' ? "'_'" : "''")]
    },
  },
  {
    kind: 'list item',
    change: ({ type, elements }, text, random) => {
      if (type !== 'ArrayExpression') return
      const spans = nodes(elements).map(element => node(element.expression).span)
      const i = Math.floor(random() * spans.length)
      const dropped = spans[i]
      if (!dropped) return
      // With the comma after it, or the one before the last.
      const next = spans[i + 1]
      const start = next ? dropped.start : (spans[i - 1]?.end ?? dropped.start)
      const spread = text.slice(dropped.start - 3, dropped.start) === '...' ? 3 : 0
      return [
        { start: next || i === 0 ? start - spread : start, end: next ? next.start : dropped.end, text: '' },
      ]
    },
  },
  {
    kind: 'method',
    change: call => {
      const method = methodCall(call)
      const name = String(method?.name.value)
      return method && Object.hasOwn(OTHER_METHOD, name)
        ? [replace(method.name, OTHER_METHOD[name]!)]
        : undefined
    },
  },
  {
    kind: 'step of a chain',
    change: (call, text) => {
      const method = methodCall(call)
      return method && DROPPED_METHODS.includes(String(method.name.value))
        ? [replace(call, text.of(method.object))]
        : undefined
    },
  },
  {
    kind: 'pattern',
    change: (literal, _, random) => {
      if (literal.type !== 'RegExpLiteral') return
      const pattern = String(literal.pattern)
      const changed = [
        pattern.replace(/^\^/, ''),
        pattern.replace(/\$$/, ''),
        pattern.replace(/(?<=\{\d*,?)\d+(?=\})/, most => String(Number(most) + 1)),
        pattern.replace(/[+*](?=[^+*]*$)/, sign => (sign === '+' ? '*' : '+')),
      ].filter(other => other !== pattern)
      const other = pick(changed, random)
      return other === undefined ? undefined : [replace(literal, `/${other}/${literal.flags}`)]
    },
  },
]
