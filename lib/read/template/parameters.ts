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
  if (given !== undefined) return listed(given, typeOf(value), key, [])
  const preset = textOf(valueAt(value, 'Default'))
  const type = typeOf(value)
  const hidden = /^(?:true|yes|on)$/i.test(textOf(valueAt(value, 'NoEcho')) ?? '')
  if (preset && !hidden && !type.startsWith('AWS::SSM::')) return listed(preset, type, key, [name])
  const why = preset === '' ? 'has an empty default' : 'has no usable default'
  return unknown(
    `parameter ${prefix}${name}`,
    { kind: 'parameter', name, message: `The parameter ${name} ${why}. Give its value.`, at: key },
    key,
  )
}

const typeOf = (parameter: Entry['value']) => textOf(valueAt(parameter, 'Type')) ?? 'String'

/** A comma-delimited parameter is a list. */
function listed(text: string, type: string, at: Entry['key'], assumed: readonly string[]): Term {
  if (!/^(?:CommaDelimitedList$|List<)/.test(type)) return literal(text, at, assumed)
  const items = text.split(',').map(item => ({ term: literal(item.trim(), at, assumed) }))
  return listOf(items, at, assumed)
}
