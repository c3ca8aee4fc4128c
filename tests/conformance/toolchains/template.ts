/** A CloudFormation template as plain JSON: what every toolchain ends in. */
export interface CompiledTemplate {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>
  readonly Resources: Readonly<Record<string, CompiledResource>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
  readonly Conditions?: Readonly<Record<string, unknown>>
  readonly Rules?: Readonly<Record<string, unknown>>
}

export interface CompiledResource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
  readonly DependsOn?: string | readonly string[]
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

export interface Stack {
  readonly template: CompiledTemplate
  readonly stackName: string
}
