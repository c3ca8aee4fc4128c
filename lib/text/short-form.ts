import type { Intrinsic, ParameterName, Reference } from '../template/value'
import { inSub, referenceName } from './reference'
import { scalar } from './scalar'
import type { Spelling } from './yaml'

/**
 * CloudFormation's short forms: `!Ref`, `!GetAtt`, `!Sub`. A parameter with an entry in `words` is replaced by that text
 * (`{ Stage: '${sls:stage}' }`); any other is written as a reference.
 */
export function shortForm(words: Partial<Readonly<Record<ParameterName, string>>> = {}): Spelling {
  const word = (part: string | Reference): string | undefined =>
    typeof part === 'object' && part.fn === 'Parameter' ? words[part.name] : undefined

  return (intrinsic: Intrinsic): string => {
    if (intrinsic.fn === 'Sub') return text(intrinsic.parts)
    const own = word(intrinsic)
    if (own !== undefined) return scalar(own)
    return `${intrinsic.fn === 'GetAtt' ? '!GetAtt' : '!Ref'} ${referenceName(intrinsic)}`
  }

  function text(parts: readonly (string | Reference)[]): string {
    const plain = parts.map(part => (typeof part === 'string' ? part : word(part)))
    if (plain.every(part => part !== undefined)) return scalar(plain.join(''))
    return `!Sub ${scalar(parts.map(part => word(part) ?? inSub(part)).join(''), true)}`
  }
}
