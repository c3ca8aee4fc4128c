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
  default = "us-east-1"
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

resource "aws_cognito_user_pool" "main" {
  name                = "${var.stage}-orders-users"
  user_pool_tier      = "ESSENTIALS"
  deletion_protection = "ACTIVE"

  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  lifecycle {
    # Users cannot be created again with the same sub: remove this and deletion_protection to destroy the pool
    prevent_destroy = true
  }
}

resource "aws_cognito_user_pool_domain" "main" {
  user_pool_id = aws_cognito_user_pool.main.id
  domain       = "${var.stage}-orders-demo"
  # 2 = managed login; it shows a page only to clients that have a branding
  managed_login_version = 2
}

resource "aws_cognito_resource_server" "orders" {
  user_pool_id = aws_cognito_user_pool.main.id
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

resource "aws_cognito_resource_server" "https_mcp_example_com" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "https://mcp.example.com"
  name         = "MCP"
}

resource "aws_cognito_user_pool_client" "web" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-web"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  # By reference to the resource server, so that the client is created after its scopes. As plain text the client
  # could come first: ScopeDoesNotExistException.
  allowed_oauth_scopes = [
    "openid",
    "${aws_cognito_resource_server.orders.identifier}/read",
    "${aws_cognito_resource_server.orders.identifier}/write",
  ]
  callback_urls                 = ["https://app.example.com/callback"]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_managed_login_branding" "web" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.web.id
  use_cognito_provided_values = true
}

resource "aws_apigatewayv2_api" "main" {
  name          = "${var.stage}-bound"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://app.example.com"]
    allow_headers = ["authorization", "content-type"]
    allow_methods = ["*"]
  }
}

resource "aws_apigatewayv2_authorizer" "cognito" {
  api_id = aws_apigatewayv2_api.main.id
  name   = "${var.stage}-cognito"
  # REQUEST would make a Lambda authorizer, which cannot check scopes
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer = "https://${aws_cognito_user_pool.main.endpoint}"
    # An access token has no aud, so API Gateway looks for its client_id here: every client is listed
    # A token that was requested with resource= has an aud, and only that is compared: it is listed too
    audience = [
      aws_cognito_user_pool_client.web.id,
      "https://mcp.example.com",
      "012",
    ]
  }
}

resource "aws_apigatewayv2_stage" "main" {
  api_id      = aws_apigatewayv2_api.main.id
  name        = "$default"
  auto_deploy = true
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

resource "aws_apigatewayv2_integration" "bin_health" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_health.invoke_arn
  payload_format_version = "2.0"
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
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "POST /orders"
  target             = "integrations/${aws_apigatewayv2_integration.bin_orders_create.id}"
  authorization_type = "AWS_IAM"
  # Requests must be signed with AWS credentials that allow execute-api:Invoke.
  # No token gives access here: the authorizer is not asked.
}

resource "aws_apigatewayv2_route" "orders_id_any" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "ANY /orders/{id}"
  target             = "integrations/${aws_apigatewayv2_integration.bin_orders_one.id}"
  authorization_type = "AWS_IAM"
}

# Browsers send no token with a preflight, so the authorizer of ANY would answer it with 401
resource "aws_apigatewayv2_route" "orders_id_any_preflight" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "OPTIONS /orders/{id}"
  target             = "integrations/${aws_apigatewayv2_integration.bin_orders_one.id}"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_route" "health_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /health"
  target             = "integrations/${aws_apigatewayv2_integration.bin_health.id}"
  authorization_type = "NONE"
}

# In the names of the functions and of their role
locals {
  service = "bound"
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

resource "aws_lambda_function" "bin_health" {
  function_name    = "${var.stage}-${local.service}-binHealth"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/health.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_health" {
  function_name = aws_lambda_function.bin_health.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

output "user_pool_id" {
  description = "The user pool"
  value       = aws_cognito_user_pool.main.id
}

output "issuer" {
  description = "The iss claim of its tokens"
  value       = "https://${aws_cognito_user_pool.main.endpoint}"
}

output "jwks_url" {
  description = "The public keys that verify its tokens"
  value       = "https://${aws_cognito_user_pool.main.endpoint}/.well-known/jwks.json"
}

output "authorize_url" {
  description = "Where users sign in"
  value       = "https://${aws_cognito_user_pool_domain.main.domain}.auth.${var.region}.amazoncognito.com/oauth2/authorize"
}

output "token_url" {
  description = "Where clients get tokens"
  value       = "https://${aws_cognito_user_pool_domain.main.domain}.auth.${var.region}.amazoncognito.com/oauth2/token"
}

output "web_client_id" {
  description = "The client id of web"
  value       = aws_cognito_user_pool_client.web.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_apigatewayv2_api.main.api_endpoint
}
