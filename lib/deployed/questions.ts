import type { Span } from '../source/node'
import type { Cause } from './cause'
import { causesOf, sameText, whole } from './compare'
import {
  type Absent,
  absent,
  type Field,
  inBranches,
  literal,
  placeOf,
  type Term,
  type Text,
  textOfParts,
  unknown,
} from './term'
import {
  all,
  assume,
  either,
  known,
  knownUnless,
  no,
  not,
  some,
  someFor,
  type Truth,
  undecided,
  yes,
} from './truth'

/** Asks both branches of a condition. */
function ask(term: Term, question: (term: Term) => Truth): Truth {
  return term.kind === 'either'
    ? either(term.cause, ask(term.options[0], question), ask(term.options[1], question))
    : question(term)
}

/** Is the property left out? */
export const isAbsent = (term: Term): Truth =>
  ask(term, it =>
    it.kind === 'absent' ? yes : it.kind === 'unknown' && it.maybeAbsent ? undecided(it.cause) : no,
  )

/** Applies a test to a string: false for an absent one, undecided for an unknown one. */
export const textIs = (term: Term, test: (text: Text) => Truth): Truth =>
  ask(term, it => {
    if (it.kind === 'unknown') return test(asText(it))
    return it.kind === 'text' ? test(it) : no
  })

/** Is the text one of these? */
export const isOneOf = (term: Term, ...words: readonly string[]): Truth =>
  textIs(term, text => isWord(text, words))

/** The same of a text. One that is known whole is not compared piece by piece. */
export function isWord(text: Text, words: readonly string[]): Truth {
  const value = whole(text)
  return value !== undefined
    ? known(words.includes(value), text.assumed)
    : someFor(words, word => sameText(text, literal(word, text.at)))
}

/** What a predicate says of a text that is known whole; undecided as long as a part of it is unknown. */
export const wholeTextIs = (term: Term, predicate: (text: string) => boolean): Truth =>
  textIs(term, text => {
    const value = whole(text)
    if (value !== undefined) return known(predicate(value), text.assumed)
    const causes = causesOf(text)
    return knownUnless(causes, false)
  })

/** YAML 1.1 words and strings: CloudFormation treats `yes` and `"true"` as true. */
const TRUE = /^(?:true|yes|on|y|1)$/i

/** Is the switch on? Left out means off. */
export const isOn = (term: Term): Truth => wholeTextIs(term, text => TRUE.test(text))

/** Is the switch off that is on where it is left out? */
export const isOff = (term: Term): Truth => wholeTextIs(term, text => /^(?:false|no|off)$/i.test(text))

/** A term read as text: what is unknown becomes an unknown text. */
export function asText(term: Term): Text {
  if (term.kind === 'text') return term
  if (term.kind === 'unknown')
    return textOfParts([{ kind: 'unknown', key: term.key, cause: term.cause }], term.at)
  if (term.kind === 'either') {
    const { cause, of } = term
    const { source, start, end } = term.at
    return asText(unknown(`if ${of} ${cause.name} ${source.path} ${start} ${end}`, cause, term.at))
  }
  return literal('', term.at)
}

/** An item of a list as a string, and whether it is always present. */
export interface Listed {
  readonly text: Text
  readonly sure: Truth
}

/** A list property: its items, and whether there can be more. An absent list is empty, a single string is one item. */
export interface Listing {
  readonly items: readonly Listed[]
  readonly open: readonly Cause[]
  /** Why there may be items that are nowhere in the files; items under a condition are. */
  readonly hidden: readonly Cause[]
  readonly assumed: readonly string[]
  /** Of items that a condition decides: what each branch puts there. An item that a branch leaves out is not here. */
  readonly choices?: readonly (readonly Text[])[]
  /** Of a list that a condition decides: the listing of each branch. */
  readonly branches?: { readonly cause: Cause; readonly of: readonly [Listing, Listing] }
}

const NO_ITEMS: Listing = { items: [], open: [], hidden: [], assumed: [] }
const listings = new WeakMap<Term, Listing>()

/** The items of a list property; each list is read once, because every rule asks for it. */
export function listingOf(term: Term): Listing {
  if (term.kind === 'absent') return NO_ITEMS
  const known = listings.get(term)
  if (known) return known
  const listing = readListing(term)
  listings.set(term, listing)
  return listing
}

/** The listing without doubt about what no branch of a condition has: words that AWS defines are in one of them, or nowhere. */
export const inSight = (listing: Listing): Listing => ({ ...listing, open: listing.hidden })

function readListing(term: Exclude<Term, Absent>): Listing {
  switch (term.kind) {
    case 'unknown':
      return { items: [], open: [term.cause], hidden: [term.cause], assumed: [] }
    case 'text':
      return { items: [{ text: term, sure: yes }], open: [], hidden: [], assumed: term.assumed }
    case 'fields':
      return { items: [], open: term.open, hidden: term.open, assumed: [] }
    case 'list': {
      const items = term.items.slice(0, MAX_ITEMS).flatMap(({ term: item, under }) =>
        optionsOf(item).map(({ term: option, under: nested }) => {
          const cause = under ?? nested
          return { text: asText(option), sure: cause ? undecided(cause) : yes }
        }),
      )
      // Items under Fn::If make the list incomplete: what is not listed may be in a branch of another template.
      const conditions = items.flatMap(({ sure }) => sure.because)
      const hidden = term.items.length > MAX_ITEMS ? [...term.open, longList(term.at)] : term.open
      const choices = term.items.flatMap(({ term: item, under }) => (under ? [] : choiceOf(item)))
      return { items, open: [...hidden, ...conditions], hidden, assumed: term.assumed, choices }
    }
    case 'either':
      return merged(term.cause, listingOf(term.options[0]), listingOf(term.options[1]))
  }
}

/**
 * The items that a rule judges one by one. What the files do not show of the list is one item more, of unknown text: the
 * rule is then undecided about it.
 */
export function itemsOf(term: Term): readonly Listed[] {
  const { items, hidden } = listingOf(term)
  const [cause] = hidden
  if (!cause) return items
  const at = placeOf(term)
  const text = asText(unknown(`items of ${keyOf(at)}`, cause, at))
  return [...items, { text, sure: undecided(...hidden) }]
}

/** Longer lists than AWS accepts anywhere are read up to here, so that comparing two of them stays quick. */
export const MAX_ITEMS = 400

export const longList = (at: Span): Cause => ({
  kind: 'outside',
  name: 'long list',
  message: `The list has more than ${MAX_ITEMS} items. Only the first ones are read.`,
  at,
})

/** The branches of an item, without absent ones. */
function optionsOf(term: Term): readonly { readonly term: Term; readonly under?: Cause }[] {
  if (term.kind === 'absent') return []
  if (term.kind !== 'either') return [{ term }]
  return term.options.flatMap(option => optionsOf(option).map(it => ({ term: it.term, under: term.cause })))
}

/** What the branches of an item put there; nothing if there is no condition, or if one of them leaves it out. */
function choiceOf(item: Term): readonly (readonly Text[])[] {
  if (item.kind !== 'either') return []
  const leaves = leavesOf(item)
  return leaves.some(({ kind }) => kind === 'absent') ? [] : [leaves.map(asText)]
}

/** What a value may be: it alone, or what the branches of a condition give. */
export const leavesOf = (term: Term): readonly Term[] =>
  term.kind === 'either' ? term.options.flatMap(leavesOf) : [term]

/** What is in both branches is surely there. */
function merged(cause: Cause, left: Listing, right: Listing): Listing {
  const inBoth = ({ text, sure }: Listed, other: Listing): Listed => ({
    text,
    sure: all(sure, some(...other.items.map(item => all(item.sure, sameText(item.text, text))))).is
      ? sure
      : undecided(cause),
  })
  const items = left.items.map(item => inBoth(item, right))
  const more = right.items.filter(
    ({ text }) => !left.items.some(item => sameText(item.text, text).is === true),
  )
  return {
    items: [...items, ...more.map(({ text }) => ({ text, sure: undecided(cause) }))],
    open: [...left.open, ...right.open],
    hidden: [...left.hidden, ...right.hidden],
    assumed: [...left.assumed, ...right.assumed],
    branches: { cause, of: [left, right] },
  }
}

const NO_CHOICES: NonNullable<Listing['choices']> = []

/** Is there an item for which the test is true? */
export function anyItem(
  { items, open, assumed, branches, choices = NO_CHOICES }: Listing,
  test: (text: Text) => Truth,
): Truth {
  for (const texts of choices) {
    const every = all(...texts.map(test))
    if (every.is === true) return assume(every, assumed)
  }
  if (branches) {
    // Different items of the two branches may both pass the test.
    const [left, right] = branches.of
    const both = either(branches.cause, anyItem(left, test), anyItem(right, test))
    if (both.is !== undefined) return both
  }
  const found = someFor(items, ({ text, sure }) => (sure === yes ? test(text) : all(sure, test(text))))
  return assume(open.length === 0 ? found : some(found, undecided(...open)), assumed)
}

/** Is the list without items? */
export const isEmpty = (listing: Listing): Truth => not(anyItem(listing, () => yes))

export const includes = (listing: Listing, word: string): Truth =>
  anyItem(listing, text => isWord(text, [word]))

/** A property of a map; where it is missing, an absent term at `missing`. */
export function property(term: Term, name: string, missing: Span = term.at): Term {
  switch (term.kind) {
    case 'fields': {
      const found = term.fields.get(name)
      if (found) return found.value
      const [cause] = term.open
      return cause ? unknown(`${keyOf(term.at)} ${name}`, cause, missing, true) : absent(missing)
    }
    case 'unknown':
      return unknown(`${term.key} ${name}`, term.cause, missing, true)
    case 'either': {
      const found = inBranches(term, option => property(option, name, missing))
      return found.kind === 'either' && found.options.every(({ kind }) => kind === 'absent')
        ? absent(missing)
        : found
    }
    default:
      return absent(missing)
  }
}

/** A property below a chain of keys. */
export const propertyAt = (term: Term, keys: readonly string[], missing: Span = term.at): Term =>
  keys.reduce((found, key) => property(found, key, missing), term)

/** The place of a property's key, where the property is written. */
export const fieldOf = (term: Term, name: string): Field | undefined =>
  term.kind === 'fields' ? term.fields.get(name) : undefined

const keyOf = ({ source, start }: Span) => `${source.path} ${start}`
