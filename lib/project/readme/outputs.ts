import type { Model } from '../../model/model'

/** How a README reads what was deployed. */
export interface OutputsGuide {
  readonly intro: string
  /** Lines of shell that define the function `output`. */
  readonly commands: readonly string[]
  /** The name that the format gives to an output such as `UserPoolId`. */
  readonly nameOf: (name: string) => string
}

/** A shell command that prints one output, such as `$(output UserPoolId)`. */
export type OutputCommand = (name: string) => string

/** Reads the outputs of a CloudFormation stack. */
export const stackOutputs = ({ service, stage, region }: Model): OutputsGuide => ({
  intro: 'The commands below read the outputs of the stack. For another stage, change the name of the stack:',
  commands: [
    `STACK=${service}-${stage}`,
    `REGION=${region}`,
    'output() {',
    '  aws cloudformation describe-stacks --stack-name "$STACK" --region "$REGION" \\',
    '    --query "Stacks[0].Outputs[?OutputKey==\'$1\'].OutputValue" --output text',
    '}',
  ],
  nameOf: name => name,
})
