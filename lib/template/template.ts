import { type Inputs, sameInputs } from './inputs'
import { annotate, type Mapping, type Note, type ParameterName, type Value } from './value'

/** One CloudFormation resource. `resource()` makes it. */
export interface Resource {
  readonly logicalId: string
  readonly type: ResourceType
  /** Makes the body from the inputs: the same function for all resources of one kind. */
  readonly build: unknown
  readonly inputs: Inputs
  /** Builds the body on demand, so a live view builds only the resources that changed. */
  readonly body: () => Body
}

type ResourceType = `AWS::${string}::${string}`

/**
 * Makes a resource whose body depends on `inputs` and nothing else. `build` must be a module-level function: it then
 * has no access to anything but its inputs, and printed text can be reused for as long as they stay the same.
 */
export const resource = <Needed extends Inputs>(
  logicalId: string,
  type: ResourceType,
  inputs: NoInfer<Needed>,
  build: (inputs: Needed) => Body,
): Resource => ({ logicalId, type, build, inputs, body: () => build(inputs) })

/** Tells whether two resources are the same text in every format. */
export const sameResource = (one: Resource, other: Resource): boolean =>
  one === other ||
  (one.build === other.build &&
    one.logicalId === other.logicalId &&
    one.type === other.type &&
    sameInputs(one.inputs, other.inputs))

export interface Body {
  readonly properties: Mapping
  /** Logical IDs of resources that must exist first and that no property refers to. */
  readonly dependsOn?: readonly string[]
  /** Comment above `dependsOn`. */
  readonly dependsOnComment?: string
  /** Kept when the stack is deleted or the resource is replaced. */
  readonly retain?: boolean
  readonly note?: Note
}

/** A stack parameter, as plain data: it can be an input of a block. */
export type Parameter = {
  readonly name: ParameterName
  readonly description: string
  readonly default: string
  readonly allowedPattern: string
  readonly note?: Note
}

/** A stack output, as plain data: it can be an input of a block. */
export type Output = {
  /** Letters and digits. */
  readonly name: string
  readonly description: string
  readonly value: Value
  readonly note?: Note
}

/** One half of a CloudFormation template, or all of it. */
export interface Template {
  readonly parameters: readonly Parameter[]
  readonly resources: readonly Resource[]
  readonly outputs: readonly Output[]
}

/** The resource as one entry of `Resources`. */
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

/** The parameter as one entry of `Parameters`. */
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

/** The output as one entry of `Outputs`. */
export const outputEntry = ({ name, description, value, note = {} }: Output): Mapping => ({
  [name]: annotate({ Description: description, Value: value }, note),
})
