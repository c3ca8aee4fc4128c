import type { FieldPath } from '../document/field-path'
import { type Intrinsic, isAnnotated, isIntrinsic, isList, type Mapping, type Value } from '../template/value'
import { comment, type Line } from './line'
import { scalar } from './scalar'

/** How one format writes an intrinsic after `Key: `, on one line: `!Ref UserPool`. */
export type Spelling = (intrinsic: Intrinsic) => string

/** Lines so far, and how to write intrinsics. */
interface Walk {
  readonly lines: Line[]
  readonly spelling: Spelling
}

/** What an entry inherits: indentation, field and quoting. */
interface Around {
  readonly pad: string
  readonly field: FieldPath | undefined
  readonly quoted: boolean
}

/**
 * Prints a mapping as block-style YAML with indentation `pad`, with its comments and fields. js-yaml prints no comments
 * and gives no positions, so it writes only the scalars. No anchors: CloudFormation rejects them.
 */
export function yaml(mapping: Mapping, spelling: Spelling, pad = ''): Line[] {
  const walk: Walk = { lines: [], spelling }
  members(walk, mapping, { pad, field: undefined, quoted: false })
  return walk.lines
}

function members(walk: Walk, mapping: Mapping, around: Around): void {
  for (const key of Object.keys(mapping)) {
    const value = mapping[key]
    if (value !== undefined) entry(walk, `${scalar(key)}:`, value, around)
  }
}

/** `head` is the text before the value on its line: `Key:` or `-`. */
function entry(walk: Walk, head: string, value: Value, around: Around): void {
  if (isAnnotated(value)) {
    const { field = around.field, quoted = around.quoted, comment: why } = value.note
    for (const { text } of comment('#', why)) push(walk, around.pad + text, field)
    entry(walk, head, value.value, { pad: around.pad, field, quoted })
  } else if (typeof value === 'object' && !isIntrinsic(value) && !isEmpty(value)) {
    block(walk, head, value, around)
  } else if (typeof value === 'string' && !around.quoted && LITERAL.test(value)) {
    literal(walk, head, value, around)
  } else {
    push(walk, `${around.pad}${head} ${leaf(value, walk.spelling, around.quoted)}`, around.field)
  }
}

const push = ({ lines }: Walk, text: string, field: FieldPath | undefined): void => {
  lines.push(field === undefined ? { text } : { text, field })
}

const isEmpty = (value: readonly Value[] | Mapping): boolean =>
  isList(value) ? value.length === 0 : !Object.values(value).some(member => member !== undefined)

function block(walk: Walk, head: string, value: readonly Value[] | Mapping, around: Around): void {
  const inside = { ...around, pad: `${around.pad}  ` }
  const first = walk.lines.length
  if (head !== '-') push(walk, around.pad + head, around.field)
  if (!isList(value)) members(walk, value, inside)
  else for (const item of value) entry(walk, '-', item, inside)
  if (head === '-') dash(walk.lines, first, around.pad)
}

/** Adds the dash to the first line from `first` that is not a comment. */
function dash(lines: Line[], first: number, pad: string): void {
  for (const [i, line] of lines.entries()) {
    if (i < first) continue
    const text = line.text.slice(pad.length + 2)
    const isComment = text.startsWith('#')
    lines[i] = { ...line, text: pad + (isComment ? text : `- ${text}`) }
    if (!isComment) return
  }
}

/** Printable ASCII lines without trailing spaces that end in one line break; the first is neither indented nor empty. */
const LITERAL = /^(?![ \n])(?:(?:[\x20-\x7e]*[\x21-\x7e])?\n)+(?<!\n\n)$/

/** Prints source code unescaped. The spec rejects line breaks, so only our own text gets here. */
function literal(walk: Walk, head: string, value: string, { pad, field }: Around): void {
  push(walk, `${pad}${head} |`, field)
  for (const text of value.slice(0, -1).split('\n')) push(walk, text && `${pad}  ${text}`, field)
}

function leaf(value: Value, spelling: Spelling, quoted: boolean): string {
  if (typeof value === 'string') return scalar(value, quoted)
  if (typeof value !== 'object') return String(value)
  if (isIntrinsic(value)) return spelling(value)
  return Array.isArray(value) ? '[]' : '{}'
}
