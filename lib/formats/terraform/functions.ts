import type { Api, LambdaFunction, Model } from '../../model/model'
import { functionKey, functionName, roleName } from '../../model/staged-names'
import { triggerOf } from '../../model/trigger'
import { FUNCTION_RUNTIME, FUNCTION_TIMEOUT } from '../../template/function'
import { attribute, gap, type HclEntry, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { HTTP_API } from './http-api'
import { functionAddress, label, staged } from './names'
import { paragraph, resource } from './paragraph'
import { REST_API } from './rest-api'

/** What the functions share: their code as one archive, and a role that may write logs. */
export const functionCode = (model: Model): Block => block({ role: roleName(model) }, codeLines)

const codeLines = ({ role }: { readonly role: string }): Line[] => [
  ...paragraph('endpoints', 'data "archive_file" "functions"', [
    attribute('type', '"zip"'),
    attribute('source_dir', '"${path.module}/functions"'),
    attribute('output_path', '"${path.module}/.terraform/functions.zip"'),
  ]),
  ...resource('endpoints', 'aws_iam_role.functions', [
    attribute('name', `${staged(role).slice(0, -1)}-\${var.region}"`, 'service'),
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

type ResourceInputs = Pick<LambdaFunction, 'id' | 'field' | 'handler'> & { readonly name: string }

type FunctionInputs = ResourceInputs & { readonly type: Api['type'] }

/** A function and the permission of this API to call it. */
export const lambdaFunction = (node: LambdaFunction, { service, api }: Model): Block =>
  block(
    {
      id: node.id,
      field: node.field,
      handler: node.handler,
      name: functionName(service, functionKey(node)),
      type: api.type,
    },
    functionLines,
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
  const name = functionName(model.service, functionKey({ id }))
  return [block({ id, field, handler, name }, triggerLines)]
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
    attribute('function_name', staged(name)),
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
