import type { Cause } from '../../deployed/cause'
import { causesOf } from '../../deployed/compare'
import { inBranches, listOf, literal, type Term, type Text, textOfParts, unknown } from '../../deployed/term'
import { type Entry, type Span, textOf, valueAt } from '../../source/node'
import type { Scope } from './scope'
import { splitText } from './split'

/** Inputs other than the files. */
export interface Known {
  readonly parameters: ReadonlyMap<string, string>
  readonly stage?: string
}

/** A parameter: the value given for it, its default, or unknown. */
export function parameterTerm(name: string, entry: Entry, known: Known, scope: Scope): Term {
  const { key, value } = entry
  const given = known.parameters.get(name)
  const isList = isOf(value, 'Type', LIST)
  if (given !== undefined) return listed(given, isList, key, [])
  const written = valueAt(value, 'Default')
  const preset = textOf(written)
  const isHidden = isOf(value, 'NoEcho', /^(?:true|yes|on)$/i) || isOf(value, 'Type', /^AWS::SSM::/)
  const filledIn =
    written?.kind === 'scalar' && !isHidden && preset?.includes('${') ? scope.variables?.(written) : undefined
  if (filledIn) return givenTerm(asDefault(filledIn, name, key), entry, scope)
  if (preset && !isHidden) return listed(preset, isList, key, [name])
  const why = preset === '' ? 'has an empty default' : 'has no usable default'
  return unknown(
    `parameter ${scope.of}${name}`,
    { kind: 'parameter', name, message: `The parameter ${name} ${why}. Give its value.`, at: key },
    key,
  )
}

/** What a variable of another format gives as the default of a parameter. */
const asDefault = (term: Term, name: string, at: Span): Term =>
  'assumed' in term ? { ...term, at, assumed: [...term.assumed, name] } : { ...term, at }

const LIST = /^(?:CommaDelimitedList$|List<)/

function isOf(parameter: Entry['value'], name: string, pattern: RegExp): boolean {
  const text = textOf(valueAt(parameter, name))
  return text !== undefined && pattern.test(text)
}

/** What the parent of a nested stack gives for a parameter: the items of a text where the parameter is a list. */
export function givenTerm(term: Term, { value }: Entry, scope: Scope): Term {
  if (!isOf(value, 'Type', LIST)) return term
  return inBranches(term, branch => {
    if (branch.kind !== 'text') return branch
    const pieces = splitText(branch, ',', scope)
    const [cause] = causesOf(branch)
    if (pieces)
      return listOf(
        pieces.map(piece => ({ term: trimmed(textOfParts(piece, branch.at, branch.assumed)) })),
        branch.at,
        branch.assumed,
      )
    if (!cause && branch.parts.length === 1) return branch
    return unknown(
      `items ${branch.at.source.path} ${branch.at.start}`,
      cause ?? unsplit(branch.at),
      branch.at,
    )
  })
}

const unsplit = (at: Span): Cause => ({
  kind: 'outside',
  name: 'list',
  message: 'The items of the list are known when the template is deployed.',
  at,
})

const trimmed = ({ parts, at, assumed }: Text): Text =>
  textOfParts(
    parts.map((part, i) => {
      if (part.kind !== 'literal') return part
      const text = i === 0 ? part.text.trimStart() : part.text
      return { ...part, text: i === parts.length - 1 ? text.trimEnd() : text }
    }),
    at,
    assumed,
  )

/** Characters of a parameter's value, and so the most items (AWS CloudFormation User Guide, quotas). */
const MAX_VALUE = 4096

/** A comma-delimited parameter is a list. */
function listed(text: string, isList: boolean, at: Entry['key'], assumed: readonly string[]): Term {
  if (!isList) return literal(text, at, assumed)
  const items = text.split(',', MAX_VALUE).map(item => ({ term: literal(item.trim(), at, assumed) }))
  return listOf(items, at, assumed)
}
