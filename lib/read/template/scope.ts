import type { Cause } from '../../deployed/cause'
import { type Term, unknown } from '../../deployed/term'
import type { Node, ScalarNode, Span } from '../../source/node'

/** What the intrinsic functions of a template refer to. */
export interface Scope {
  /** The template or document that it is of: two of them may give the same text other values. */
  readonly of: string
  /** The value of `Ref name`. */
  readonly ref: (name: string, at: Span) => Term
  /** The value of `GetAtt id.attribute`. */
  readonly attribute: (id: string, attribute: string, at: Span) => Term
  /** Is `Ref` of this resource, by its key, an id of letters, digits, hyphens and underscores? */
  readonly isPlainId: (key: string) => boolean
  /** The value in `Mappings`, or that it has none; undefined if the files do not show it. */
  readonly find: (map: string, first: string, second: string) => Node | 'missing' | undefined
  /** The value that another stack exports by this name. */
  readonly imported: (name: Term, at: Span) => Term
  /** An output of another stack, by the name of the stack and its own. */
  readonly stackOutput: (stackName: Term, outputName: Term, at: Span) => Term
  /** The content of another file, if it was given. */
  readonly file: (path: string) => Node | undefined
  /** The value of a scalar with format-specific variables (Serverless); undefined for plain text. */
  readonly variables: ((node: ScalarNode) => Term | undefined) | undefined
  /** Keys that a macro or loop adds to a map. */
  readonly macro: (name: string, at: Span) => Cause
}

/** The scope of a document that is not a template: it has no names. */
export const plainScope: Scope = {
  of: 'document',
  variables: undefined,
  ref: (name, at) => unknown(`name ${at.source.path} ${name}`, nameless(name, at), at),
  attribute: (id, attribute, at) =>
    unknown(`name ${at.source.path} ${id}.${attribute}`, nameless(`${id}.${attribute}`, at), at),
  isPlainId: () => false,
  find: () => undefined,
  file: () => undefined,
  imported: (_, at) => unknown(`import ${placeKey(at)}`, nameless('import', at), at),
  stackOutput: (_, _name, at) => unknown(`output ${placeKey(at)}`, nameless('output', at), at),
  macro: nameless,
}

function nameless(name: string, at: Span): Cause {
  return { kind: 'outside', name, message: `${name} is not in these files.`, at }
}

const placeKey = ({ source, start }: Span): string => `${source.path} ${start}`
