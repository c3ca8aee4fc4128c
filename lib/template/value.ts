import { child, type FieldPath } from '../document/field-path'

/**
 * A reference, which each format writes in its own way. The user can change `Stage` and `UserPoolId` at deploy time:
 * they are CloudFormation parameters, Serverless variables and CDK stack properties.
 */
export type Reference =
  | { readonly fn: 'Ref'; readonly logicalId: string }
  | { readonly fn: 'GetAtt'; readonly logicalId: string; readonly attribute: string }
  | { readonly fn: 'Pseudo'; readonly name: PseudoParameter }
  | { readonly fn: 'Parameter'; readonly name: ParameterName }

export type Intrinsic = Reference | { readonly fn: 'Sub'; readonly parts: readonly (string | Reference)[] }

export type PseudoParameter = 'Region' | 'AccountId' | 'StackName' | 'Partition' | 'URLSuffix'
export type ParameterName = 'Stage' | 'UserPoolId'

/** How one value is shown. A format may ignore it; the meaning never depends on it. */
export type Note = {
  readonly field?: FieldPath
  /** Explanation above the value. */
  readonly comment?: string | undefined
  /** Print the string in double quotes even where the format does not need them. */
  readonly quoted?: boolean
}

/** A tree of property values, which every format prints. Plain data: it can be an input of a block. */
export type Value = string | number | boolean | readonly Value[] | Mapping | Intrinsic | Annotated
export interface Mapping {
  readonly [key: string]: Value | undefined
}
export type Annotated = {
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

/** Text that contains references: `` sub`https://cognito-idp.${pseudo('Region')}.amazonaws.com` ``. */
export const sub = (strings: TemplateStringsArray, ...holes: readonly (string | Reference)[]): Intrinsic => ({
  fn: 'Sub',
  parts: strings.flatMap((text, i) => [text, holes[i] ?? '']),
})

export const annotate = (value: Value, note: Note): Annotated => ({ value, note })
/** Marks `value` as produced by one form field. */
export const fromField = (field: FieldPath, value: Value): Annotated => annotate(value, { field })
/** Items of a list field, each marked with its own field: `endpoints.0.scopes.1`. */
export const itemsOf = (field: FieldPath, items: readonly string[]): readonly Annotated[] =>
  items.map((item, i) => fromField(child(field, i), item))

export const isIntrinsic = (value: Value): value is Intrinsic => typeof value === 'object' && 'fn' in value
export const isAnnotated = (value: Value): value is Annotated => typeof value === 'object' && 'note' in value
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
export const isMapping = (value: Value): value is Mapping =>
  typeof value === 'object' && !isList(value) && !isIntrinsic(value) && !isAnnotated(value)
