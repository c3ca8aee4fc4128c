terraform {
  # Works with OpenTofu as well
  required_version = ">= 1.5"

  required_providers {
    # 6.13 is the first that can keep the managed login style of several clients
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.13, < 7.0"
    }
    archive = {
      source  = "hashicorp/archive"
      version = "~> 2.4"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "us-gov-west-1"
}

variable "stage" {
  description = "Prefix for all resource names, so that several stages can share an account and Region"
  type        = string
  default     = "dev"

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{0,31}$", var.stage))
    error_message = "The value must match ^[a-z0-9][a-z0-9-]{0,31}$."
  }
}

variable "user_pool_id" {
  description = "ID of the existing user pool, in the Region of this stack. The pool itself is not changed."
  type        = string
  default     = "us-gov-west-1_AbCdEf123"

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-\\d_[A-Za-z0-9]+$", var.user_pool_id))
    error_message = "The value must match ^[a-z]{2,4}(-[a-z]+)+-\\d_[A-Za-z0-9]+$."
  }
}

# Read, not changed: a pool that does not exist fails the plan
data "aws_cognito_user_pool" "main" {
  user_pool_id = var.user_pool_id
}

resource "aws_cognito_resource_server" "orders" {
  user_pool_id = data.aws_cognito_user_pool.main.id
  identifier   = "orders"
  name         = "Orders"

  scope {
    scope_name        = "read"
    scope_description = "Read orders"
  }

  scope {
    scope_name        = "write"
    scope_description = "Change orders"
  }
}

resource "aws_cognito_user_pool_client" "web" {
  user_pool_id                         = data.aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-web"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  # By reference to the resource server, so that the client is created after its scopes. As plain text the client
  # could come first: ScopeDoesNotExistException.
  allowed_oauth_scopes = [
    "openid",
    "${aws_cognito_resource_server.orders.identifier}/read",
  ]
  callback_urls = ["https://app.example.com/callback"]
  supported_identity_providers = [
    "COGNITO",
    "Google",
    "Our-own-IdP",
  ]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_managed_login_branding" "web" {
  user_pool_id                = data.aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.web.id
  use_cognito_provided_values = true
}

resource "aws_cognito_user_pool_client" "robot" {
  user_pool_id                         = data.aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-robot"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = ["${aws_cognito_resource_server.orders.identifier}/write"]
  supported_identity_providers         = ["COGNITO"]
  prevent_user_existence_errors        = "ENABLED"
}

resource "aws_api_gateway_rest_api" "main" {
  name = "${var.stage}-orders"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_authorizer" "cognito" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  name        = "${var.stage}-cognito"
  # TOKEN, the default, and REQUEST would make a Lambda authorizer, which cannot check scopes
  type            = "COGNITO_USER_POOLS"
  identity_source = "method.request.header.Authorization"
  provider_arns   = [data.aws_cognito_user_pool.main.arn]
}

resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_rest_api.main.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "get" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  resource_id = aws_api_gateway_method.get.resource_id
  http_method = aws_api_gateway_method.get.http_method
  type        = "AWS_PROXY"
  # API Gateway calls Lambda by POST, whatever the method of the caller
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_root.invoke_arn
}

resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "orders"
}

resource "aws_api_gateway_method" "orders_get" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  # With scopes the method requires an access token that carries any one of them.
  # Without this argument it would require an ID token and answer 401 to every access token.
  authorization_scopes = ["${aws_cognito_resource_server.orders.identifier}/read"]
}

resource "aws_api_gateway_integration" "orders_get" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  resource_id = aws_api_gateway_method.orders_get.resource_id
  http_method = aws_api_gateway_method.orders_get.http_method
  type        = "AWS_PROXY"
  # API Gateway calls Lambda by POST, whatever the method of the caller
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_orders_list.invoke_arn
}

resource "aws_api_gateway_method" "orders_post" {
  rest_api_id          = aws_api_gateway_rest_api.main.id
  resource_id          = aws_api_gateway_resource.orders.id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.orders.identifier}/write"]
}

resource "aws_api_gateway_integration" "orders_post" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.orders_post.resource_id
  http_method             = aws_api_gateway_method.orders_post.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_orders_create.invoke_arn
}

resource "aws_api_gateway_resource" "orders_id" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.orders.id
  path_part   = "{id}"
}

resource "aws_api_gateway_method" "orders_id_any" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.orders_id.id
  http_method   = "ANY"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "${aws_cognito_resource_server.orders.identifier}/write",
  ]
}

resource "aws_api_gateway_integration" "orders_id_any" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.orders_id_any.resource_id
  http_method             = aws_api_gateway_method.orders_id_any.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_orders_one.invoke_arn
}

resource "aws_api_gateway_resource" "profile" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "profile"
}

resource "aws_api_gateway_method" "profile_get" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.profile.id
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  # No authorization_scopes here: the method requires an ID token and answers 401 to an access token
}

resource "aws_api_gateway_integration" "profile_get" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  resource_id = aws_api_gateway_method.profile_get.resource_id
  http_method = aws_api_gateway_method.profile_get.http_method
  type        = "AWS_PROXY"
  # API Gateway calls Lambda by POST, whatever the method of the caller
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_profile.invoke_arn
}

resource "aws_api_gateway_resource" "files" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "files"
}

resource "aws_api_gateway_resource" "files_proxy" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.files.id
  path_part   = "{proxy+}"
}

resource "aws_api_gateway_method" "files_proxy_any" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.files_proxy.id
  http_method   = "ANY"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "openid",
  ]
}

resource "aws_api_gateway_integration" "files_proxy_any" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.files_proxy_any.resource_id
  http_method             = aws_api_gateway_method.files_proxy_any.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_files.invoke_arn
}

resource "aws_api_gateway_method" "files_proxy_head" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.files_proxy.id
  http_method   = "HEAD"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "files_proxy_head" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.files_proxy_head.resource_id
  http_method             = aws_api_gateway_method.files_proxy_head.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_files.invoke_arn
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id

  # A snapshot of the API. Whole resources, not their ids, so that a change of scopes makes a new one as well.
  # The plan after the first apply shows one more deployment; after that only changes do.
  triggers = {
    redeployment = sha1(jsonencode([
      aws_api_gateway_authorizer.cognito,
      aws_api_gateway_method.get,
      aws_api_gateway_integration.get,
      aws_api_gateway_method.orders_get,
      aws_api_gateway_integration.orders_get,
      aws_api_gateway_method.orders_post,
      aws_api_gateway_integration.orders_post,
      aws_api_gateway_method.orders_id_any,
      aws_api_gateway_integration.orders_id_any,
      aws_api_gateway_method.profile_get,
      aws_api_gateway_integration.profile_get,
      aws_api_gateway_method.files_proxy_any,
      aws_api_gateway_integration.files_proxy_any,
      aws_api_gateway_method.files_proxy_head,
      aws_api_gateway_integration.files_proxy_head,
    ]))
  }

  lifecycle {
    # A stage cannot be without a deployment
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "main" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  deployment_id = aws_api_gateway_deployment.main.id
  stage_name    = var.stage
}

# In the names of the functions and of their role
locals {
  service = "orders"
}

data "archive_file" "functions" {
  type        = "zip"
  source_dir  = "${path.module}/functions"
  output_path = "${path.module}/.terraform/functions.zip"
}

resource "aws_iam_role" "functions" {
  name = "${var.stage}-${local.service}-${var.region}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

data "aws_partition" "current" {}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.functions.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "bin_root" {
  function_name    = "${var.stage}-${local.service}-binRoot"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/root.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_root" {
  function_name = aws_lambda_function.bin_root.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_orders_list" {
  function_name    = "${var.stage}-${local.service}-binOrdersList"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/orders.list"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_orders_list" {
  function_name = aws_lambda_function.bin_orders_list.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_orders_create" {
  function_name    = "${var.stage}-${local.service}-binOrdersCreate"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/orders.create"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_orders_create" {
  function_name = aws_lambda_function.bin_orders_create.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_orders_one" {
  function_name    = "${var.stage}-${local.service}-binOrdersOne"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/orders.one"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_orders_one" {
  function_name = aws_lambda_function.bin_orders_one.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_profile" {
  function_name    = "${var.stage}-${local.service}-binProfile"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/profile.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_profile" {
  function_name = aws_lambda_function.bin_profile.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_files" {
  function_name    = "${var.stage}-${local.service}-binFiles"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/files.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_files" {
  function_name = aws_lambda_function.bin_files.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
}

output "user_pool_id" {
  description = "The user pool"
  value       = data.aws_cognito_user_pool.main.id
}

output "issuer" {
  description = "The iss claim of its tokens"
  value       = "https://cognito-idp.${var.region}.${data.aws_partition.current.dns_suffix}/${data.aws_cognito_user_pool.main.id}"
}

output "jwks_url" {
  description = "The public keys that verify its tokens"
  value       = "https://cognito-idp.${var.region}.${data.aws_partition.current.dns_suffix}/${data.aws_cognito_user_pool.main.id}/.well-known/jwks.json"
}

output "authorize_url" {
  description = "Where users sign in"
  value       = "https://auth.example.com/oauth2/authorize"
}

output "token_url" {
  description = "Where clients get tokens"
  value       = "https://auth.example.com/oauth2/token"
}

output "web_client_id" {
  description = "The client id of web"
  value       = aws_cognito_user_pool_client.web.id
}

output "robot_client_id" {
  description = "The client id of robot"
  value       = aws_cognito_user_pool_client.robot.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_api_gateway_stage.main.invoke_url
}
