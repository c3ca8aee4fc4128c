import { type Cause, outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { asText, property, propertyAt } from '../../deployed/questions'
import type { Field, Fields, Term } from '../../deployed/term'

/**
 * The members of answers, those of each API and stage together. Several clients, and several pages of a list, are one member.
 * Only a snapshot says what its answers are about: those that are given one by one are about the first API.
 */
export function joined(snapshots: readonly Fields[]): readonly Fields[] {
  const first = snapshots.map(subjectOf).find(subject => subject !== undefined) ?? ''
  const groups = new Map<string, Fields>()
  for (const snapshot of snapshots) {
    const subject = subjectOf(snapshot) ?? first
    const { fields } = groups.get(subject) ?? { fields: new Map<string, Field>() }
    groups.set(subject, { ...(groups.get(subject) ?? snapshot), fields: withMembers(fields, snapshot) })
  }
  return [...groups.values()]
}

const isSnapshot = ({ fields }: Fields): boolean => fields.has('awsSnapshot')

const apiOf = (snapshot: Fields): string | undefined =>
  [['restApi', 'id'], ['httpApi', 'ApiId'], ['apiId']]
    .map(keys => propertyAt(snapshot, keys))
    .flatMap(id => (id.kind === 'text' ? (whole(id) ?? []) : []))[0]

/** The API and the stage that a snapshot was made of. */
function subjectOf(snapshot: Fields): string | undefined {
  const api = isSnapshot(snapshot) ? apiOf(snapshot) : undefined
  return api && `${api} ${whole(asText(stageOf(snapshot)))}`
}

/** The name of the stage: the answer of `get-stage`, or of the only one of an HTTP API. */
export function stageOf(snapshot: Fields): Term {
  const stage = property(snapshot, 'stage')
  return stage.kind === 'fields' ? property(stage, 'stageName') : stage
}

/** Whose methods a list has is not known, where an answer that is given alone describes another API. */
export function severalApis(snapshots: readonly Fields[]): readonly Cause[] {
  const described = snapshots.filter(it => apiOf(it) !== undefined)
  const first = described.find(isSnapshot) ?? described[0]
  const other = described.find(it => first && !isSnapshot(it) && apiOf(it) !== apiOf(first))
  return other ? [{ ...SEVERAL, at: other.at }] : []
}

const SEVERAL = outside(
  'API',
  'These answers describe several APIs, and a list of methods does not say whose it is. Give the answers of one API at a time.',
)

function withMembers(fields: ReadonlyMap<string, Field>, more: Fields): ReadonlyMap<string, Field> {
  const found = new Map(fields)
  for (const [name, written] of more.fields) {
    const field = onePage(name, written)
    const before = found.get(name)
    found.set(name, before ? { ...field, value: both(before.value, field.value) } : field)
  }
  return found
}

/** A member that lists the pages of an answer as one page. Clients have an answer each, and refused calls an entry. */
function onePage(name: string, field: Field): Field {
  const { value } = field
  if (name === 'clients' || name === 'failed' || value.kind !== 'list' || value.items.length === 0)
    return field
  return { ...field, value: together(value.items.map(({ term }) => term)) }
}

/** In halves, so that many pages are not gone through once for each of them. */
function together(pages: readonly Term[]): Term {
  const middle = Math.floor(pages.length / 2)
  return middle === 0 ? pages[0]! : both(together(pages.slice(0, middle)), together(pages.slice(middle)))
}

/** Lists one after the other; of anything else, the later one. REST and HTTP APIs have lists of other names. */
function both(one: Term, other: Term): Term {
  if (one.kind === 'list' && other.kind === 'list') {
    const later = new Set(other.items.flatMap(({ term }) => nameOf(term) ?? []))
    const kept = one.items.filter(({ term }) => !later.has(nameOf(term) ?? ''))
    return { ...other, items: [...kept, ...other.items] }
  }
  if (one.kind !== 'fields' || other.kind !== 'fields') return other
  const fields = new Map(other.fields)
  for (const [name, before] of one.fields) {
    const field = fields.get(name)
    if (before.value.kind === 'list' && (field || /^items$/i.test(name)))
      fields.set(name, field ? { ...field, value: both(before.value, field.value) } : before)
  }
  return { ...other, fields }
}

/** What names a thing of AWS among others of its kind. */
const NAMES = [
  'ClientId',
  'RouteId',
  'AuthorizerId',
  'IntegrationId',
  'StageName',
  'Identifier',
  'id',
  'responseType',
  'stageName',
]

const nameOf = (thing: Term): string | undefined =>
  NAMES.flatMap(key => [property(thing, key), propertyAt(thing, ['UserPoolClient', key])]).flatMap(term =>
    term.kind === 'text' ? (whole(term) ?? []) : [],
  )[0]
