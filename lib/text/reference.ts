import type { Reference } from '../template/value'

/** What stands in `${…}` of a `Sub` and behind `Ref`. */
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

/** A part of a `Sub` text; `${!x}` is CloudFormation's escape for a literal `${x}`. */
export const inSub = (part: string | Reference): string =>
  typeof part === 'string' ? part.replaceAll('${', '${!') : `\${${referenceName(part)}}`
