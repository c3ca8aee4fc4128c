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
  default = "eu-west-1"
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
  default     = "eu-west-1_012345678"

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
  callback_urls                 = ["https://app.example.com/callback"]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_apigatewayv2_api" "main" {
  name          = "${var.stage}-orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "cognito" {
  api_id = aws_apigatewayv2_api.main.id
  name   = "${var.stage}-cognito"
  # REQUEST would make a Lambda authorizer, which cannot check scopes
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer = "https://cognito-idp.${var.region}.${data.aws_partition.current.dns_suffix}/${data.aws_cognito_user_pool.main.id}"
    # An access token has no aud, so API Gateway looks for its client_id here: every client is listed
    audience = [aws_cognito_user_pool_client.web.id]
  }
}

resource "aws_apigatewayv2_stage" "main" {
  api_id      = aws_apigatewayv2_api.main.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "bin_root" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_root.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_orders_list" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_orders_list.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_orders_create" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_orders_create.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_orders_one" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_orders_one.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_profile" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_profile.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_files" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_files.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /"
  target             = "integrations/${aws_apigatewayv2_integration.bin_root.id}"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_route" "orders_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /orders"
  target             = "integrations/${aws_apigatewayv2_integration.bin_orders_list.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  # With scopes the route requires an access token that carries any one of them.
  # Without this argument it would accept every token of the clients above, ID tokens too.
  authorization_scopes = ["${aws_cognito_resource_server.orders.identifier}/read"]
}

resource "aws_apigatewayv2_route" "orders_post" {
  api_id               = aws_apigatewayv2_api.main.id
  route_key            = "POST /orders"
  target               = "integrations/${aws_apigatewayv2_integration.bin_orders_create.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.orders.identifier}/write"]
}

resource "aws_apigatewayv2_route" "orders_id_any" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "ANY /orders/{id}"
  target             = "integrations/${aws_apigatewayv2_integration.bin_orders_one.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "${aws_cognito_resource_server.orders.identifier}/write",
  ]
}

resource "aws_apigatewayv2_route" "profile_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /profile"
  target             = "integrations/${aws_apigatewayv2_integration.bin_profile.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  # No authorization_scopes here, as an ID token has none: every token of the clients above is accepted, because
  # a JWT authorizer does not distinguish an ID token from an access token.
}

resource "aws_apigatewayv2_route" "files_proxy_any" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "ANY /files/{proxy+}"
  target             = "integrations/${aws_apigatewayv2_integration.bin_files.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "openid",
  ]
}

resource "aws_apigatewayv2_route" "files_proxy_head" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "HEAD /files/{proxy+}"
  target             = "integrations/${aws_apigatewayv2_integration.bin_files.id}"
  authorization_type = "NONE"
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
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
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
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
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
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
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
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
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
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
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
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
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

output "web_client_id" {
  description = "The client id of web"
  value       = aws_cognito_user_pool_client.web.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_apigatewayv2_api.main.api_endpoint
}
