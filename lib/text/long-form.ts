import type { Reference } from '../template/value'
import type { Json, JsonSpelling } from './json'
import { inSub, referenceName } from './reference'

/** CloudFormation's intrinsics in JSON: `{ "Ref": … }`, `Fn::GetAtt` as a list, `Fn::Sub`. */
export const longForm: JsonSpelling = intrinsic =>
  intrinsic.fn === 'Sub'
    ? { 'Fn::Sub': intrinsic.parts.map(part => inSub(part)).join('') }
    : referenceForm(intrinsic)

const referenceForm = (reference: Reference): Json =>
  reference.fn === 'GetAtt'
    ? { 'Fn::GetAtt': [reference.logicalId, reference.attribute] }
    : { Ref: referenceName(reference) }
