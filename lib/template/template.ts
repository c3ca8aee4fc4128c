import { annotate, type Mapping, type Note, type ParameterName, type Value } from './value'

export interface Resource {
  readonly logicalId: string
  readonly type: `AWS::${string}::${string}`
  /** Names everything the body is made from, its fields too: one key, one text. See `key.ts`. */
  readonly key: string
  /** Made when asked for: a live view builds only what changed. */
  readonly body: () => Body
}

export interface Body {
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
  /** Letters and digits. */
  readonly name: string
  readonly description: string
  readonly value: Value
  readonly note?: Note
}

/** One half of a CloudFormation document, or the whole of it. */
export interface Template {
  readonly parameters: readonly Parameter[]
  readonly resources: readonly Resource[]
  readonly outputs: readonly Output[]
}

/** A resource as the member of `Resources` that CloudFormation reads. */
export function resourceEntry({ logicalId, type, body }: Resource): Mapping {
  const { properties, dependsOn = [], dependsOnComment, retain, note = {} } = body()
  const [only, ...others] = dependsOn
  const policy = retain ? 'Retain' : undefined
  return {
    [logicalId]: annotate(
      {
        Type: type,
        DependsOn:
          only === undefined
            ? undefined
            : annotate(others.length > 0 ? dependsOn : only, { comment: dependsOnComment }),
        DeletionPolicy: policy,
        UpdateReplacePolicy: policy,
        Properties: properties,
      },
      note,
    ),
  }
}

/** A parameter as the member of `Parameters` that CloudFormation reads. */
export const parameterEntry = ({
  name,
  description,
  default: value,
  allowedPattern,
  note = {},
}: Parameter): Mapping => ({
  [name]: annotate(
    { Type: 'String', Description: description, Default: value, AllowedPattern: allowedPattern },
    note,
  ),
})

/** An output as the member of `Outputs` that CloudFormation reads. */
export const outputEntry = ({ name, description, value, note = {} }: Output): Mapping => ({
  [name]: annotate({ Description: description, Value: value }, note),
})
