import type { Mapping, Note, ParameterName, Value } from './value'

export interface Resource {
  readonly logicalId: string
  readonly type: `AWS::${string}::${string}`
  readonly properties: Mapping
  /** Logical ids that must be there first and that no property refers to. */
  readonly dependsOn?: readonly string[]
  /** Why `dependsOn` is there. */
  readonly dependsOnComment?: string
  /** Kept when the stack is deleted or the resource is replaced. */
  readonly retain?: boolean
  readonly note?: Note
}

export interface Parameter {
  readonly name: ParameterName
  readonly description: string
  readonly default: string
  readonly allowedPattern: string
  readonly note?: Note
}

export interface Output {
  readonly name: string
  readonly description: string
  readonly value: Value
}

/** One half of a CloudFormation document, or the whole of it. */
export interface Template {
  readonly parameters: readonly Parameter[]
  readonly resources: readonly Resource[]
  readonly outputs: readonly Output[]
}
