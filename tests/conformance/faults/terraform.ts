import { createRequire } from 'node:module'
import type { TextFault } from './texts'

const require = createRequire(import.meta.url)
const { format }: { format(text: string): Promise<string> } = require('@cdktn/hcl-tools')

const SEVERAL = 'rest-cors-several-origins'
const HTTP = 'http-cors'
const EXISTING = 'existing-pool'
const SIGNED = 'iam-rest-cors'
const BOUND = 'iam-http-audiences'

type Change = (text: string) => string

const replace =
  (found: string | RegExp, by = ''): Change =>
  text =>
    text.replace(found, by)

/** Without the argument of this name, wherever it first is; a value of several lines goes with it. */
const without = (argument: string): Change =>
  replace(new RegExp(`^( +)${argument} += (?:.*[^\\[{(]|.*[\\[{(]\\n(?:\\1 .*\\n)*\\1[\\]})]+)\\n`, 'm'))

/** Without the block with this head. */
const withoutBlock = (head: string): Change =>
  replace(new RegExp(`^( *)${head} \\{\\n(?:(?:\\1 .*)?\\n)*?\\1\\}\\n`, 'm'))

/** The change, in the block with this head only. */
const within =
  (head: string, change: Change): Change =>
  text =>
    text.replace(new RegExp(`^${head} \\{\\n(?:.*\\n)*?\\}\\n`, 'm'), change)

/** A mistake that `terraform fmt` has gone over, so that not its columns give it away. */
const fault = (name: string, of: string, change: Change): TextFault => ({
  name,
  format: 'terraform',
  case: of,
  change: async text => {
    const changed = change(text)
    return changed === text ? text : format(changed).catch(() => changed)
  },
})

const METHOD = 'resource "aws_api_gateway_method" "myevent_get"'
const CLIENT_SECRET = 'aws_cognito_user_pool_client.nightly_job.client_secret'
const CLIENT = 'resource "aws_cognito_user_pool_client" "user_pool"'

/** Mistakes in Terraform modules: the traps of the provider's documentation and issues first. */
export const terraformFaults: readonly TextFault[] = [
  fault('percent sign and brace, which start a directive', 'hostile-strings', replace('%%{', '%{')),
  fault(
    'scopes as text, without a reference',
    'example',
    within(CLIENT, text =>
      text.replaceAll('${aws_cognito_resource_server.com_example_api.identifier}', 'com.example.api'),
    ),
  ),
  fault(
    'all scopes of the resource server',
    'example',
    replace(
      /allowed_oauth_scopes = \[\n(?: {4}.*\n)+ {2}\]/,
      'allowed_oauth_scopes = aws_cognito_resource_server.com_example_api.scope_identifiers',
    ),
  ),
  fault(
    'ids in the trigger, which do not change with scopes',
    'example',
    replace('      aws_api_gateway_method.myevent_get,', '      aws_api_gateway_method.myevent_get.id,'),
  ),
  fault('trigger without an integration', 'example', replace(/^ {6}aws_api_gateway_integration.*\n/m)),
  fault('trigger without the authorizer', 'example', replace(/^ {6}aws_api_gateway_authorizer.*\n/m)),
  fault(
    'trigger without the preflights',
    SEVERAL,
    replace(/^ {6}aws_api_gateway_integration_response.preflight,\n/m),
  ),
  fault(
    'trigger without the gateway responses',
    SEVERAL,
    replace(/^ {6}aws_api_gateway_gateway_response.*\n/m),
  ),
  fault(
    'hash of the file as trigger',
    'example',
    replace(
      /redeployment = sha1\(jsonencode\(\[\n(?: {6}.*\n)+ {4}\]\)\)/,
      'redeployment = filesha1("${path.module}/main.tf")',
    ),
  ),
  fault('no trigger', 'example', within('resource "aws_api_gateway_deployment" "main"', without('triggers'))),
  fault(
    'deployment destroyed first',
    'example',
    within('resource "aws_api_gateway_deployment" "main"', withoutBlock('lifecycle')),
  ),
  fault(
    'stage name at the deployment, as before version 6',
    'example',
    within(
      'resource "aws_api_gateway_deployment" "main"',
      replace('  triggers', '  stage_name = var.stage\n  triggers'),
    ),
  ),
  fault('token validity without its units', 'example', withoutBlock('token_validity_units')),
  fault(
    'units of token validity as an argument',
    'example',
    replace('token_validity_units {', 'token_validity_units = {'),
  ),
  fault('authorizer without its type', 'example', replace(/^ {2}type += "COGNITO_USER_POOLS"\n/m)),
  fault('Lambda authorizer', 'example', replace(/(type += )"COGNITO_USER_POOLS"/, '$1"TOKEN"')),
  fault('answer that does not wait for its integration', SEVERAL, without('depends_on')),
  fault(
    'attribute that the branding does not have',
    'example',
    replace('aws_cognito_user_pool.main.id\n}', 'aws_cognito_managed_login_branding.user_pool.id\n}'),
  ),
  fault(
    'flow that OAuth has and Cognito does not',
    'example',
    replace('["code", "implicit"]', '["code", "token"]'),
  ),
  fault('pool without deletion protection', 'example', without('deletion_protection')),
  fault(
    'pool that a plan may destroy',
    'example',
    replace('prevent_destroy = true', 'prevent_destroy = false'),
  ),
  fault(
    'self sign-up left open',
    'example',
    replace('allow_admin_create_user_only = true', 'allow_admin_create_user_only = false'),
  ),
  fault('self sign-up not mentioned', 'example', withoutBlock('admin_create_user_config')),
  fault(
    'a block twice of which there may be one',
    'example',
    replace(
      '  lifecycle {',
      '  admin_create_user_config {\n    allow_admin_create_user_only = true\n  }\n\n  lifecycle {',
    ),
  ),
  fault('endpoint at the edge', 'example', replace('["REGIONAL"]', '["EDGE"]')),
  fault('endpoint at the edge by default', 'example', withoutBlock('endpoint_configuration')),
  fault('method without authorization', 'example', within(METHOD, replace(/"COGNITO_USER_POOLS"/, '"NONE"'))),
  fault('method without its authorizer', 'example', within(METHOD, without('authorizer_id'))),
  fault('method without scopes', 'example', within(METHOD, without('authorization_scopes'))),
  fault(
    'misspelt argument',
    'example',
    within(METHOD, replace('authorization_scopes', 'authorisation_scopes')),
  ),
  fault('argument that is missing', 'example', without('path_part')),
  fault(
    'argument that can only be read',
    'example',
    within('resource "aws_api_gateway_rest_api" "main"', replace('  name = ', '  arn  = "x"\n  name = ')),
  ),
  fault(
    'list where a text belongs',
    'example',
    replace('path_part   = "myevent"', 'path_part = ["myevent"]'),
  ),
  fault('text where a list belongs', 'example', replace('["REGIONAL"]', '"REGIONAL"')),
  fault(
    'integration by another verb',
    'example',
    replace('integration_http_method = "POST"', 'integration_http_method = "GET"'),
  ),
  fault(
    'integration by the ARN of the function',
    'example',
    replace('aws_lambda_function.bin_myevent.invoke_arn', 'aws_lambda_function.bin_myevent.arn'),
  ),
  fault(
    'integration of another function',
    SEVERAL,
    replace(
      'aws_lambda_function.bin_orders_list.invoke_arn',
      'aws_lambda_function.bin_orders_create.invoke_arn',
    ),
  ),
  fault('method without an integration', 'example', text =>
    withoutBlock('resource "aws_api_gateway_integration" "myevent_get"')(text).replace(
      /^ {6}aws_api_gateway_integration.*\n/m,
      '',
    ),
  ),
  fault(
    'reference to nothing',
    'example',
    replace('aws_api_gateway_authorizer.cognito.id', 'aws_api_gateway_authorizer.main.id'),
  ),
  fault(
    'variable that is not declared',
    'example',
    replace('stage_name    = var.stage', 'stage_name = var.name'),
  ),
  fault('stage written out', 'example', replace('stage_name    = var.stage', 'stage_name = "live"')),
  fault(
    'resource twice',
    'example',
    text => `${text}\n${/^resource "aws_api_gateway_stage"[^}]*\}\n/m.exec(text)?.[0]}`,
  ),
  fault('provider that is too old', 'example', replace('>= 6.13, < 7.0', '>= 6.0, < 7.0')),
  fault(
    'provider in another Region',
    'example',
    within('provider "aws"', replace('var.region', '"us-west-2"')),
  ),
  fault(
    'Region by the attribute that version 6 deprecates',
    'example',
    text =>
      `${text.replace(
        /^(output "authorize_url" \{\n(?:.*\n)*?.*)var\.region/m,
        '$1data.aws_region.current.name',
      )}\ndata "aws_region" "current" {}\n`,
  ),
  fault(
    'client secret as an output',
    'machine-to-machine',
    text => `${text}\noutput "secret" {\n  value = ${CLIENT_SECRET}\n}\n`,
  ),
  fault('preflight of one path less', SEVERAL, replace(/^ +"\/profile" +=.*\n/m)),
  fault('preflight that forbids a method', SEVERAL, replace('GET,POST,OPTIONS', 'GET,OPTIONS')),
  fault(
    'preflight that requires a token',
    SEVERAL,
    within(
      'resource "aws_api_gateway_method" "preflight"',
      replace('"NONE"', '"COGNITO_USER_POOLS"\n  authorizer_id = aws_api_gateway_authorizer.cognito.id'),
    ),
  ),
  fault(
    'preflight for every origin',
    SEVERAL,
    replace("#if($origin == 'https://app.example.com'", "#if($origin != ''"),
  ),
  fault('header that is not declared', SEVERAL, replace(/^ +"method.response.header.Vary" += true\n/m)),
  fault('one gateway response of two', SEVERAL, replace('["DEFAULT_4XX", "DEFAULT_5XX"]', '["DEFAULT_4XX"]')),
  fault('permission missing', 'example', withoutBlock('resource "aws_lambda_permission" "bin_myevent"')),
  fault('permission for another stage', 'example', replace('execution_arn}/*"', 'execution_arn}/other/*"')),
  fault('permission for anyone', 'example', without('source_arn')),
  fault(
    'partition written out',
    'example',
    replace(
      '"${aws_api_gateway_rest_api.main.execution_arn}/*"',
      '"arn:aws:execute-api:${var.region}:111122223333:${aws_api_gateway_rest_api.main.id}/*"',
    ),
  ),
  fault('code that is not deployed again', 'example', without('source_code_hash')),
  fault('function of an older runtime', 'example', replace('nodejs24.x', 'nodejs20.x')),
  fault('timeout by default', 'example', without('timeout')),
  fault('function of another handler', 'example', replace('"bin/myevent.handler"', '"bin/other.handler"')),
  fault(
    'function name that is too long',
    'example',
    replace(/(function_name += "\$\{var\.stage\}-)/, `$1${'x'.repeat(60)}`),
  ),
  fault('audience without a client', HTTP, replace(/^ +aws_cognito_user_pool_client\.robot\.id,\n/m)),
  fault('issuer without its scheme', HTTP, replace('issuer = "https://${', 'issuer = "${')),
  fault(
    'payload of version 1',
    HTTP,
    replace('payload_format_version = "2.0"', 'payload_format_version = "1.0"'),
  ),
  fault('changes that are never deployed', HTTP, replace('auto_deploy = true', 'auto_deploy = false')),
  fault('no CORS', HTTP, withoutBlock('cors_configuration')),
  fault(
    'preflight that ANY hands to the authorizer',
    HTTP,
    replace(
      /^# Browsers send.*\nresource "aws_apigatewayv2_route" "orders_id_any_preflight" \{\n(?:.*\n)*?\}\n/m,
    ),
  ),
  fault(
    'token from another header',
    HTTP,
    replace('$request.header.Authorization', '$request.header.X-Token'),
  ),
  fault('Lambda authorizer of an HTTP API', HTTP, replace('"JWT"', '"REQUEST"')),
  fault('route of another path', HTTP, replace('"GET /orders"', '"GET /order"')),
  fault(
    'pool written out where it can be given',
    EXISTING,
    replace('user_pool_id = var.user_pool_id', 'user_pool_id = "us-gov-west-1_Other0000"'),
  ),
  {
    name: 'columns that terraform fmt would change',
    format: 'terraform',
    case: 'example',
    change: replace('type        = string', 'type = string'),
  },
  fault('signed method that is public', SIGNED, replace('"AWS_IAM"', '"NONE"')),
  fault('signed method that takes a token', SIGNED, replace('"AWS_IAM"', '"COGNITO_USER_POOLS"')),
  fault('signed method, its type in small letters', SIGNED, replace('"AWS_IAM"', '"aws_iam"')),
  fault('signed route that is public', BOUND, replace('"AWS_IAM"', '"NONE"')),
  fault('additional audience missing', BOUND, replace(/^ +"https:\/\/mcp\.example\.com",?\n/m)),
  fault(
    'scope of a resource server that has none',
    SIGNED,
    within(
      'resource "aws_cognito_resource_server" "https_mcp_example_com"',
      replace(/\}\n$/, '  scope {\n    scope_name = "a"\n    scope_description = "a"\n  }\n}\n'),
    ),
  ),
]
