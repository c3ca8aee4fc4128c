import { entryOf, type MapNode, type Node, textOf, valueAt } from '../source/node'
import { snapshotMember } from './aws-snapshot/member'
import { otherFile } from './other-file'

/** The formats that are read. */
export type InputFormat =
  | 'cloudformation'
  | 'cloudformation-json'
  | 'sam'
  | 'serverless'
  | 'openapi'
  | 'aws-snapshot'

/** The format of a document, recognised by its content; undefined if it is not one of them. */
export function formatOf(root: Node | undefined, text: string): InputFormat | undefined {
  if (root?.kind !== 'map') return undefined
  const has = (key: string) => entryOf(root, key) !== undefined
  if (has('awsSnapshot')) return 'aws-snapshot'
  if (has('openapi') || has('swagger')) return 'openapi'
  if (has('service') && (has('provider') || has('functions'))) return 'serverless'
  if (valueAt(root, 'Resources')?.kind === 'map') {
    if (isSam(root)) return 'sam'
    return /^\uFEFF?\s*\{/.test(text) ? 'cloudformation-json' : 'cloudformation'
  }
  return snapshotMember(root) ? 'aws-snapshot' : undefined
}

function isSam(root: MapNode): boolean {
  const transform = valueAt(root, 'Transform')
  const names = transform?.kind === 'list' ? transform.items : transform ? [transform] : []
  if (names.some(node => /^AWS::Serverless-/.test(textOf(node) ?? ''))) return true
  const resources = valueAt(root, 'Resources')
  return (
    resources?.kind === 'map' &&
    resources.entries.some(({ value }) => textOf(valueAt(value, 'Type'))?.startsWith('AWS::Serverless::'))
  )
}

/** Whether a text is Terraform's own language. */
export const isTerraform = (text: string): boolean =>
  /^[ \t]*(?:resource|data|module|variable|provider|terraform|locals|output)\b[^\n]*\{/m.test(text) &&
  !/^\s*\{/.test(text)

/** Whether a text is a program that uses the CDK. */
export const isCdkSource = (text: string): boolean =>
  /\bfrom ['"]aws-cdk-lib|@aws-cdk\/|\bfrom aws_cdk\b|\bextends (?:cdk\.)?Stack\b/.test(text)

/** What to give instead of a file that cannot be read, or that is something else. */
export function refusal(text: string, root: Node | undefined): string | undefined {
  if (isTerraform(text))
    return 'This looks like Terraform, which is not supported yet. Provide a snapshot of the deployed API instead.'
  if (isCdkSource(text))
    return 'This is CDK source code. Give what `cdk synth` writes to cdk.out/*.template.json instead.'
  const other = otherFile(text)
  if (other) return `This is ${other.name}, not a template. ${other.remedy}`
  if (root?.kind !== 'map') return undefined
  if (entryOf(root, 'terraform_version') || entryOf(root, 'planned_values'))
    return 'Terraform JSON is not supported yet. Provide a snapshot of the deployed API instead.'
  if (entryOf(root, 'service') && entryOf(root, 'userPool') && entryOf(root, 'endpoints'))
    return 'This is a wizard.json document. Open it in the wizard, or check it with the check command.'
  return undefined
}

export const NOT_RECOGNISED =
  'This format is not supported. Provide a CloudFormation or SAM template, a serverless.yml, an OpenAPI document, the output of `cdk synth`, or a snapshot of the deployed API.'
