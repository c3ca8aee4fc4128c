import { memoizeNode } from '../../model/memoize-node'
import type { Api, LambdaFunction, Model } from '../../model/model'
import { cutService, functionKey, functionName, roleName } from '../../model/staged-names'
import { allFunctions, triggerOf } from '../../model/trigger'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { attribute, gap, type HclEntry, inTemplate, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { HTTP_API } from './http-api'
import { functionAddress, label } from './names'
import { paragraph, resource } from './paragraph'
import { REST_API } from './rest-api'

type CodeInputs = {
  readonly service: string
  /** Without the stage and the Region. */
  readonly role: string
  /** A name below contains the service name: Terraform's linter complains of a local value that nothing uses. */
  readonly isNamed: boolean
}

/** What the functions share: the service name, their code as one archive, and a role that may write logs. */
export function functionCode(model: Model): Block {
  const { service } = model
  const role = roleName(model)
  const isNamed = role === service || allFunctions(model).some(node => !cutService(service, node))
  return block({ service, role, isNamed }, codeLines)
}

const codeLines = ({ service, role, isNamed }: CodeInputs): Line[] => [
  ...(isNamed
    ? paragraph(
        'service',
        'locals',
        [attribute('service', quote(service))],
        'In the names of the functions and of their role',
      )
    : []),
  ...paragraph('endpoints', 'data "archive_file" "functions"', [
    attribute('type', '"zip"'),
    attribute('source_dir', '"${path.module}/functions"'),
    attribute('output_path', '"${path.module}/.terraform/functions.zip"'),
  ]),
  ...resource('endpoints', 'aws_iam_role.functions', [
    attribute(
      'name',
      `"\${var.stage}-${role === service ? SERVICE : inTemplate(role)}-\${var.region}"`,
      'service',
    ),
    gap,
    attribute('assume_role_policy', [
      { text: 'jsonencode({' },
      { text: '  Version = "2012-10-17"' },
      { text: '  Statement = [{' },
      { text: '    Effect    = "Allow"' },
      { text: '    Action    = "sts:AssumeRole"' },
      { text: '    Principal = { Service = "lambda.amazonaws.com" }' },
      { text: '  }]' },
      { text: '})' },
    ]),
  ]),
  ...paragraph('endpoints', 'data "aws_partition" "current"', []),
  ...resource('endpoints', 'aws_iam_role_policy_attachment.logs', [
    attribute('role', 'aws_iam_role.functions.name'),
    attribute(
      'policy_arn',
      '"arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"',
    ),
  ]),
]

/** The service name in a template. */
const SERVICE = '${local.service}'

type ResourceInputs = Pick<LambdaFunction, 'id' | 'field' | 'handler'> & {
  /** As a template without its quotes. */
  readonly name: string
}

/** The service name is a local value wherever it is not cut, so that another name changes one line. */
const nameOf = (cut: string | undefined, node: Pick<LambdaFunction, 'id'>): string => {
  const key = functionKey(node)
  return `\${var.stage}-${cut === undefined ? `${SERVICE}-${key}` : inTemplate(functionName(cut, key))}`
}

type FunctionInputs = ResourceInputs & { readonly type: Api['type'] }

/** A function and the permission of this API to call it. `cut`: the service name, if the function's name has only a piece. */
export const lambdaFunction = memoizeNode(
  (node: LambdaFunction, cut: string | undefined, type: Api['type']): Block =>
    block(
      { id: node.id, field: node.field, handler: node.handler, name: nameOf(cut, node), type },
      functionLines,
    ),
)

const functionLines = (inputs: FunctionInputs): Line[] => [
  ...functionResource(inputs),
  ...permission(
    inputs,
    'apigateway.amazonaws.com',
    attribute('source_arn', `"\${${inputs.type === 'rest' ? REST_API : HTTP_API}.execution_arn}/*"`, 'api'),
  ),
]

/** The function of the pre token generation trigger, and the permission of the user pool to call it; nothing without one. */
export function triggerFunction(model: Model): readonly Block[] {
  const trigger = triggerOf(model)
  if (!trigger) return []
  const { id, field, handler } = trigger.function
  return [
    block({ id, field, handler, name: nameOf(cutService(model.service, { id }), { id }) }, triggerLines),
  ]
}

const triggerLines = (inputs: ResourceInputs): Line[] => [
  ...functionResource(inputs),
  ...permission(
    inputs,
    'cognito-idp.amazonaws.com',
    attribute('source_arn', 'aws_cognito_user_pool.main.arn', 'userPool'),
  ),
]

const functionResource = ({ id, field, handler, name }: ResourceInputs): Line[] =>
  resource(field, functionAddress(id), [
    attribute('function_name', `"${name}"`),
    attribute('role', 'aws_iam_role.functions.arn'),
    attribute('runtime', quote(FUNCTION_RUNTIME)),
    attribute('timeout', String(FUNCTION_TIMEOUT)),
    attribute('handler', quote(handler)),
    attribute('filename', 'data.archive_file.functions.output_path'),
    attribute('source_code_hash', 'data.archive_file.functions.output_base64sha256'),
  ])

const permission = ({ id, field }: ResourceInputs, principal: string, source: HclEntry): Line[] =>
  resource(field, `aws_lambda_permission.${label(id, 'Function')}`, [
    attribute('function_name', `${functionAddress(id)}.function_name`),
    attribute('action', '"lambda:InvokeFunction"'),
    attribute('principal', quote(principal)),
    source,
  ])
