import { listOf, literal, type Term, unknown } from '../../deployed/term'
import { type Entry, textOf, valueAt } from '../../source/node'

/** Inputs other than the files. */
export interface Known {
  readonly parameters: ReadonlyMap<string, string>
  readonly stage?: string
}

/** A parameter: the value given for it, its default, or unknown. */
export function parameterTerm(name: string, { key, value }: Entry, known: Known, prefix: string): Term {
  const given = known.parameters.get(name)
  const isList = isOf(value, 'Type', /^(?:CommaDelimitedList$|List<)/)
  if (given !== undefined) return listed(given, isList, key, [])
  const preset = textOf(valueAt(value, 'Default'))
  const isHidden = isOf(value, 'NoEcho', /^(?:true|yes|on)$/i) || isOf(value, 'Type', /^AWS::SSM::/)
  if (preset && !isHidden) return listed(preset, isList, key, [name])
  const why = preset === '' ? 'has an empty default' : 'has no usable default'
  return unknown(
    `parameter ${prefix}${name}`,
    { kind: 'parameter', name, message: `The parameter ${name} ${why}. Give its value.`, at: key },
    key,
  )
}

function isOf(parameter: Entry['value'], name: string, pattern: RegExp): boolean {
  const text = textOf(valueAt(parameter, name))
  return text !== undefined && pattern.test(text)
}

/** Characters of a parameter's value, and so the most items (AWS CloudFormation User Guide, quotas). */
const MAX_VALUE = 4096

/** A comma-delimited parameter is a list. */
function listed(text: string, isList: boolean, at: Entry['key'], assumed: readonly string[]): Term {
  if (!isList) return literal(text, at, assumed)
  const items = text.split(',', MAX_VALUE).map(item => ({ term: literal(item.trim(), at, assumed) }))
  return listOf(items, at, assumed)
}
