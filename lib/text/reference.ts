import type { Reference } from '../template/value'

/** Name of a reference in `${…}` of a `Sub` and in `Ref`. */
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

/** Writes a part of a `Sub` text; `${!x}` is CloudFormation's escape for a literal `${x}`. */
export const inSub = (part: string | Reference): string =>
  typeof part === 'string' ? part.replaceAll('${', '${!') : `\${${referenceName(part)}}`
