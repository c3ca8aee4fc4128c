/** A value of CloudFormation: JSON, with intrinsic functions in it. */
export type Value = unknown

export const join = (...parts: readonly Value[]): Value => ({ 'Fn::Join': ['', parts] })
const pseudo = (name: string): Value => ({ Ref: `AWS::${name}` })
const getAtt =
  (attribute: string) =>
  (id: string): Value => ({ 'Fn::GetAtt': [id, attribute] })
const ref = (id: string): Value => ({ Ref: id })

const executionArn = (id: string): Value =>
  join('arn:', pseudo('Partition'), ':execute-api:', pseudo('Region'), ':', pseudo('AccountId'), ':', ref(id))

/** What the provider computes, as CloudFormation would say it of the resource `id`. */
export const COMPUTED: Readonly<Record<string, (id: string) => Value>> = {
  'aws_cognito_user_pool.id': ref,
  'aws_cognito_user_pool.arn': getAtt('Arn'),
  'aws_cognito_user_pool.endpoint': getAtt('ProviderName'),
  'aws_cognito_user_pool_client.id': ref,
  'aws_api_gateway_rest_api.id': ref,
  'aws_api_gateway_rest_api.root_resource_id': getAtt('RootResourceId'),
  'aws_api_gateway_rest_api.execution_arn': executionArn,
  'aws_api_gateway_resource.id': ref,
  'aws_api_gateway_authorizer.id': ref,
  'aws_api_gateway_deployment.id': ref,
  'aws_apigatewayv2_api.id': ref,
  'aws_apigatewayv2_api.execution_arn': executionArn,
  'aws_apigatewayv2_api.api_endpoint': getAtt('ApiEndpoint'),
  'aws_apigatewayv2_authorizer.id': ref,
  'aws_apigatewayv2_integration.id': ref,
  'aws_iam_role.arn': getAtt('Arn'),
  'aws_lambda_function.arn': getAtt('Arn'),
  'aws_lambda_function.invoke_arn': id =>
    join(
      'arn:',
      pseudo('Partition'),
      ':apigateway:',
      pseudo('Region'),
      ':lambda:path/2015-03-31/functions/',
      getAtt('Arn')(id),
      '/invocations',
    ),
}

/** Arguments that identify their resource: a name or an identifier by which another waits for it. */
export const NAMES: readonly string[] = [
  'aws_cognito_resource_server.identifier',
  'aws_cognito_user_pool_domain.domain',
  'aws_lambda_function.function_name',
]

/** What data sources read. */
export const READ: Readonly<Record<string, (argument: (name: string) => Value) => Value>> = {
  'data.aws_partition.partition': () => pseudo('Partition'),
  'data.aws_partition.dns_suffix': () => pseudo('URLSuffix'),
  'data.archive_file.output_path': argument => argument('output_path'),
  'data.archive_file.output_base64sha256': () => 'hash of the archive',
  'data.aws_cognito_user_pool.id': argument => argument('user_pool_id'),
  'data.aws_cognito_user_pool.arn': argument =>
    join(
      'arn:',
      pseudo('Partition'),
      ':cognito-idp:',
      pseudo('Region'),
      ':',
      pseudo('AccountId'),
      ':userpool/',
      argument('user_pool_id'),
    ),
}
