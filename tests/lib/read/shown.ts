import { isDeepStrictEqual } from 'node:util'
import type { Cause } from '../../../lib/deployed/cause'
import type { Link, Resource } from '../../../lib/deployed/deployed'
import type { Part, Term } from '../../../lib/deployed/term'
import type { Reading } from '../../../lib/read/read'
import type { Span } from '../../../lib/source/node'
import { positionOf } from '../../../lib/source/position'

/** What is read as text: a line for each file and each thing, with a line for each property that is there. */
export function shownReading({ files, deployed, duplicates, shared }: Reading): readonly string[] {
  return [
    ...files.map(({ source: _, ...file }) => `file ${shown(file)}`),
    ...duplicates.map(({ key }) => `repeated ${place(key)}`),
    ...shared.map(span => `shared ${place(span)}`),
    ...Object.entries(deployed).flatMap(([kind, things]) =>
      Array.isArray(things)
        ? things.flatMap((thing: Resource | Cause) =>
            'key' in thing ? shownResource(kind, thing) : [`${kind} ${shown(thing)}`],
          )
        : [],
    ),
  ]
}

/** Where a resource comes from: what is read of it is in the other properties. */
const ORIGIN = ['stack', 'value', 'needs']

function shownResource(kind: string, { id, key, at, ...rest }: Resource): readonly string[] {
  const properties = Object.entries(rest).filter(
    ([name, value]) => !ORIGIN.includes(name) && !isNothing(value),
  )
  return [
    `${kind} ${id}${key === id ? '' : ` (${key})`} ${place(at)}`,
    ...properties.map(([name, value]) => `  ${name}: ${shown(value)}`),
  ]
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  typeof value === 'function' ||
  isDeepStrictEqual(value, []) ||
  (isObject(value) && (value.kind === 'absent' || value.kind === 'none'))

/** A value of any kind that a reading has. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  if ('text' in value && 'path' in value) return String(value.path)
  if (isTerm(value)) return shownTerm(value)
  if (isLink(value)) return shownLink(value)
  if ('message' in value && 'name' in value) return shownCause(value as unknown as Cause)
  // The maps and lists of the source, and spans.
  if ('source' in value) return place(value as unknown as Span)
  if ('key' in value && 'at' in value && 'id' in value) return String(value.key)
  const fields = Object.entries(value).filter(([, field]) => !isNothing(field))
  return `{${fields.map(([name, field]) => `${name}: ${shown(field)}`).join(', ')}}`
}

function shownTerm(term: Term): string {
  switch (term.kind) {
    case 'text':
      return `${JSON.stringify(term.parts.map(shownPart).join(''))}${assumptions(term.assumed)} ${place(term.at)}`
    case 'list': {
      const items = term.items.map(
        ({ term: item, under }) => shownTerm(item) + (under ? ` if ${under.name}` : ''),
      )
      return `[${[...items, ...term.open.map(shownCause)].join(', ')}]${assumptions(term.assumed)}`
    }
    case 'fields': {
      const fields = [...term.fields].map(([name, field]) => `${name}: ${shownTerm(field.value)}`)
      return `{${[...fields, ...term.open.map(shownCause)].join(', ')}}`
    }
    case 'either':
      return `(${term.options.map(shownTerm).join(' or ')} by ${term.cause.name})`
    case 'absent':
      return 'absent'
    case 'unknown':
      return `${shownCause(term.cause)} ${place(term.at)}${term.maybeAbsent ? ' or absent' : ''}`
  }
}

const shownPart = (part: Part): string =>
  part.kind === 'literal'
    ? part.text
    : part.kind === 'resource'
      ? `<${part.id}.${part.attribute}>`
      : `<?${part.key}>`

const assumptions = (names: readonly string[]) => (names.length > 0 ? ` as ${names.join()}` : '')

function shownLink(link: Link<Resource>): string {
  switch (link.kind) {
    case 'one':
      return link.to.key
    case 'none':
      return 'none'
    case 'foreign':
      return `foreign ${shownTerm(link.text)} ${shownCause(link.because)}`
    case 'missing':
      return `missing ${link.name}`
    case 'unknown':
      return `unknown ${link.because.map(shownCause).join()}${link.mayBeMissing ? ' or missing' : ''}`
  }
}

const shownCause = ({ kind, name }: Cause) => `?${kind} ${name}`

/** Line and column. */
function place({ source, start }: Span): string {
  const { line, column } = positionOf(source, start)
  return `@${line}:${column}`
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isTerm = (value: object): value is Term => 'kind' in value && 'label' in value && !('flow' in value)

const isLink = (value: object): value is Link<Resource> =>
  'kind' in value &&
  ['one', 'none', 'foreign', 'missing', 'unknown'].includes(String(value.kind)) &&
  !('label' in value)
