import { entryOf, type MapNode, type Node, textOf, valueAt } from '../source/node'
import { articleIn } from './article'
import { snapshotMember } from './aws-snapshot/member'
import { otherFile } from './other-file'
import { TEMPLATE } from './without-secrets'

/** Why a file is refused, and the offset of the place that shows it. */
interface Refusal {
  readonly offset: number
  readonly message: string
}

/**
 * What to give instead of a text that is not read: by what it is, or `fault`, where the parser found one. Pages load this
 * with the first such file.
 */
export function refusalOf(
  text: string,
  root: Node | undefined,
  fault: Refusal = { offset: 0, message: NOT_RECOGNISED },
): Refusal {
  const message = remedyFor(text, root, fault.offset)
  return message === undefined ? (articleIn(text) ?? fault) : { ...fault, message }
}

/** Whether a text is Terraform's own language. */
export const isTerraform = (text: string): boolean =>
  /^[ \t]*(?:(?:resource|data|module|variable|provider|output)(?:[ \t]+[\w"-]+){1,2}|terraform|locals)[ \t]*\{/m.test(
    text,
  ) && !/^\s*\{/.test(text)

/** Whether a text is a program that uses the CDK. */
export const isCdkSource = (text: string): boolean =>
  /\bfrom ['"]aws-cdk-lib|@aws-cdk\/|\bfrom aws_cdk\b|\bextends (?:cdk\.)?Stack\b/.test(text)

/** A configuration of the Serverless Framework that is a program, as its templates name it. */
const isServerlessProgram = (text: string): boolean =>
  /@serverless\/typescript|\bserverlessConfiguration\b/.test(text)

/** Whether it is one of the files beside the templates in cdk.out: manifest.json, tree.json or *.assets.json. */
function isOfCdk(root: MapNode): boolean {
  if (!entryOf(root, 'version')) return false
  const artifacts = valueAt(root, 'artifacts')
  return (
    valueAt(root, 'tree', 'id') !== undefined ||
    (valueAt(root, 'files') !== undefined && valueAt(root, 'dockerImages') !== undefined) ||
    (artifacts?.kind === 'map' &&
      artifacts.entries.some(({ value }) => /^(?:aws|cdk):/.test(textOf(valueAt(value, 'type')) ?? '')))
  )
}

/** Whether it is an answer of the AWS CLI, or a thing that one lists. */
const isOfAnswer = (item: Node): boolean =>
  item.kind === 'map' &&
  (snapshotMember(item) !== undefined ||
    ['resourceMethods', 'RouteKey', 'ClientId', 'ScopeName'].some(key => entryOf(item, key)))

/** Whether it names the folders of services, as serverless-compose.yml does. */
function isCompose(root: MapNode): boolean {
  const services = valueAt(root, 'services')
  return (
    services?.kind === 'map' && services.entries.some(({ value }) => valueAt(value, 'path') !== undefined)
  )
}

/** A template that is not a document of its own, as the AWS CLI prints a YAML template in JSON. */
function isTemplateText(node: Node | undefined): boolean {
  const text = textOf(node) ?? ''
  return TEMPLATE.test(text) && text.includes('AWS::')
}

/** Values one after the other, as answers that were pasted into one file: where the parser stops, one is whole. */
function isSeveralValues(text: string, stop: number): boolean {
  if (!/^\s*[[{]/.test(text.slice(stop))) return false
  try {
    JSON.parse(text.slice(0, stop))
    return true
  } catch {
    return false
  }
}

/** A directive on a line of its own, or a placeholder where JSON has a value (Terraform, "Strings and Templates"). */
const UNFILLED = /^[ \t]*%\{|"[ \t]*:[ \t]*\$\{/m

/** What to give instead of a file that cannot be read, or that is something else. */
function remedyFor(text: string, root: Node | undefined, stop: number): string | undefined {
  if (isTerraform(text))
    return 'This looks like Terraform, which is not supported yet. Provide a snapshot of the deployed API instead.'
  if (isCdkSource(text))
    return 'This is CDK source code. Give what `cdk synth` writes to cdk.out/*.template.json instead.'
  if (isServerlessProgram(text))
    return 'This is a program for the Serverless Framework. Give what `serverless package` writes to .serverless/cloudformation-template-update-stack.json instead.'
  const other = otherFile(text)
  if (other) return `This is ${other.name}, not a template. ${other.remedy}`
  if (isTemplateText(root))
    return 'This is a template as one text in quotes. Add `--output text` to the command that prints it.'
  if (isTemplateText(valueAt(root, 'TemplateBody')))
    return 'This is an answer of `get-template` with the template as one text. Add `--query TemplateBody --output text` to the command.'
  if (!root && /^\s*\{\s*"awsSnapshot"/.test(text) && text.slice(stop).trim() === '')
    return 'This snapshot is not complete: its script stopped at a call that failed. The script printed the reason when it ran.'
  if (!root && UNFILLED.test(text))
    return 'This is a template for a program to fill in, such as templatefile of Terraform. Give the result, or a snapshot of the deployed API.'
  if (isSeveralValues(text, stop))
    return 'There are several JSON values in this file. Give each in a file of its own.'
  if (root?.kind === 'list' && root.items.some(isOfAnswer))
    return 'This is a part of an answer of the AWS CLI. Run the command with `--output json`, and without `--query`.'
  if (root?.kind !== 'map') return undefined
  if (valueAt(root, 'service', 'provider', 'compiledCloudFormationTemplate'))
    return 'This is the state of the Serverless Framework. Give cloudformation-template-update-stack.json, which is beside it.'
  if (isCompose(root))
    return 'This is a configuration of Serverless Compose, which names services. Give the serverless.yml of each of them.'
  if (isOfCdk(root)) return 'This is a file of the CDK that has no template. Give cdk.out/*.template.json.'
  if (entryOf(root, 'aws_user_pools_id') || valueAt(root, 'auth', 'user_pool_id'))
    return 'This is the configuration of an Amplify app, which does not say what its API requires. Provide a snapshot of the deployed API.'
  if (entryOf(root, 'terraform_version') || entryOf(root, 'planned_values'))
    return 'Terraform JSON is not supported yet. Provide a snapshot of the deployed API instead.'
  if (entryOf(root, 'service') && entryOf(root, 'userPool') && entryOf(root, 'endpoints'))
    return 'This is a wizard.json document. Open it in the wizard, or check it with the check command.'
  return undefined
}

const NOT_RECOGNISED =
  'This format is not supported. Provide a CloudFormation or SAM template, a serverless.yml, an OpenAPI document, the output of `cdk synth`, or a snapshot of the deployed API.'
