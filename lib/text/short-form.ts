import type { Intrinsic, ParameterName, Reference } from '../template/value'
import { scalar } from './scalar'
import type { Spelling } from './yaml'

/**
 * CloudFormation's short forms: `!Ref`, `!GetAtt`, `!Sub`. A parameter that is given `words` here is written as that
 * text wherever it occurs (`{ Stage: '${sls:stage}' }`), any other as a reference to the parameter of its name.
 */
export function shortForm(words: Partial<Readonly<Record<ParameterName, string>>> = {}): Spelling {
  const literal = (part: string | Reference): string | undefined =>
    typeof part === 'string' ? part : part.fn === 'Parameter' ? words[part.name] : undefined

  const inSub = (part: string | Reference): string => {
    // `${!x}` is CloudFormation's escape for a literal `${x}` in `!Sub` text.
    if (typeof part === 'string') return part.replaceAll('${', '${!')
    return literal(part) ?? `\${${referenceName(part)}}`
  }

  return (intrinsic: Intrinsic): string => {
    if (intrinsic.fn === 'Sub')
      return intrinsic.parts.every(part => literal(part) !== undefined)
        ? scalar(intrinsic.parts.map(literal).join(''))
        : `!Sub ${scalar(intrinsic.parts.map(inSub).join(''), true)}`
    const text = literal(intrinsic)
    if (text !== undefined) return scalar(text)
    return `${intrinsic.fn === 'GetAtt' ? '!GetAtt' : '!Ref'} ${referenceName(intrinsic)}`
  }
}

/** What stands in `${…}` of `!Sub` and behind `!Ref`. */
export function referenceName(reference: Reference): string {
  switch (reference.fn) {
    case 'Ref':
      return reference.logicalId
    case 'GetAtt':
      return `${reference.logicalId}.${reference.attribute}`
    case 'Pseudo':
      return `AWS::${reference.name}`
    case 'Parameter':
      return reference.name
  }
}
