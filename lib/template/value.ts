import type { FieldPath } from '../document/field-path'

/**
 * References the formats spell each in their own way. `Stage` and `UserPoolId` are what the user can change at
 * deploy time: a CloudFormation parameter, `${sls:stage}` and a Serverless parameter, a CDK stack property.
 */
export type Reference =
  | { readonly fn: 'Ref'; readonly logicalId: string }
  | { readonly fn: 'GetAtt'; readonly logicalId: string; readonly attribute: string }
  | { readonly fn: 'Pseudo'; readonly name: PseudoParameter }
  | { readonly fn: 'Parameter'; readonly name: ParameterName }

export type Intrinsic = Reference | { readonly fn: 'Sub'; readonly parts: readonly (string | Reference)[] }

export type PseudoParameter = 'Region' | 'AccountId' | 'StackName' | 'Partition' | 'URLSuffix'
export type ParameterName = 'Stage' | 'UserPoolId'

/** Presentation of one value. A format may ignore it; the meaning never depends on it. */
export interface Note {
  readonly field?: FieldPath
  /** Says why, above the value. */
  readonly comment?: string
  /** Print the string in double quotes even where the format would not need them. */
  readonly quoted?: boolean
}

/** The property value tree that every format prints. */
export type Value = string | number | boolean | readonly Value[] | Mapping | Intrinsic | Annotated
export interface Mapping {
  readonly [key: string]: Value | undefined
}
export interface Annotated {
  readonly note: Note
  readonly value: Value
}

export const ref = (logicalId: string): Reference => ({ fn: 'Ref', logicalId })
export const getAtt = (logicalId: string, attribute: string): Reference => ({
  fn: 'GetAtt',
  logicalId,
  attribute,
})
export const pseudo = (name: PseudoParameter): Reference => ({ fn: 'Pseudo', name })
export const parameter = (name: ParameterName): Reference => ({ fn: 'Parameter', name })

/** Text with references in it: `` sub`https://cognito-idp.${pseudo('Region')}.amazonaws.com` ``. */
export const sub = (strings: TemplateStringsArray, ...holes: readonly (string | Reference)[]): Intrinsic => ({
  fn: 'Sub',
  parts: strings.flatMap((text, i) => [text, holes[i] ?? '']).filter(part => part !== ''),
})

export const annotate = (value: Value, note: Note): Annotated => ({ value, note })
/** Marks `value` as produced by one form field. */
export const fromField = (field: FieldPath, value: Value): Annotated => annotate(value, { field })

export const isIntrinsic = (value: Value): value is Intrinsic => typeof value === 'object' && 'fn' in value
export const isAnnotated = (value: Value): value is Annotated => typeof value === 'object' && 'note' in value
export const isMapping = (value: Value): value is Mapping =>
  typeof value === 'object' && !Array.isArray(value) && !isIntrinsic(value) && !isAnnotated(value)
