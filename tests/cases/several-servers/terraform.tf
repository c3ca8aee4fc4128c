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
  name                = "${var.stage}-shop-users"
  user_pool_tier      = "PLUS"
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
  domain       = "${var.stage}-shop-demo"
  # 2 = managed login; it shows a page only to clients that have a branding
  managed_login_version = 2
}

resource "aws_cognito_resource_server" "orders" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "orders"
  name         = "Shop"

  scope {
    scope_name        = "read"
    scope_description = "Read orders"
  }
}

resource "aws_cognito_resource_server" "orders_v2" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "orders/v2"
  name         = "Shop"

  scope {
    scope_name        = "read"
    scope_description = "Read orders, second version"
  }

  scope {
    scope_name        = "write"
    scope_description = "Write them"
  }
}

resource "aws_cognito_resource_server" "orders__b7e8acdd" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "Orders"
  name         = "shop"

  scope {
    scope_name        = "read"
    scope_description = "With a capital"
  }
}

resource "aws_cognito_user_pool_client" "shop" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-shop"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  # By reference to the resource server, so that the client is created after its scopes. As plain text the client
  # could come first: ScopeDoesNotExistException.
  allowed_oauth_scopes = [
    "openid",
    "email",
    "phone",
    "profile",
    "aws.cognito.signin.user.admin",
    "${aws_cognito_resource_server.orders.identifier}/read",
  ]
  callback_urls = ["https://app.example.com/callback"]
  logout_urls = [
    "https://app.example.com",
    "http://localhost:3000/bye",
  ]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_managed_login_branding" "shop" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.shop.id
  use_cognito_provided_values = true
}

resource "aws_cognito_user_pool_client" "shop__d00aae6b" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-Shop"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["implicit"]
  allowed_oauth_scopes = [
    "openid",
    "${aws_cognito_resource_server.orders_v2.identifier}/read",
    "${aws_cognito_resource_server.orders_v2.identifier}/write",
  ]
  callback_urls = [
    "https://app.example.com/callback",
    "http://127.0.0.1:3000/cb",
    "com.example.shop:/cb",
  ]
  default_redirect_uri          = "com.example.shop:/cb"
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_managed_login_branding" "shop__d00aae6b" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.shop__d00aae6b.id
  use_cognito_provided_values = true
}

resource "aws_cognito_user_pool_client" "s_hop__eb5cc937" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-s-hop"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes = [
    "openid",
    "${aws_cognito_resource_server.orders__b7e8acdd.identifier}/read",
  ]
  callback_urls                 = ["https://app.example.com/callback"]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
  access_token_validity         = 90
  id_token_validity             = 1440
  refresh_token_validity        = 3650

  token_validity_units {
    # Without this block access and ID tokens would count in hours
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_cognito_managed_login_branding" "s_hop__eb5cc937" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.s_hop__eb5cc937.id
  use_cognito_provided_values = true
}

resource "aws_cognito_user_pool_client" "robot" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-robot"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "${aws_cognito_resource_server.orders_v2.identifier}/write",
    "${aws_cognito_resource_server.orders__b7e8acdd.identifier}/read",
  ]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_apigatewayv2_api" "main" {
  name          = "${var.stage}-shop"
  protocol_type = "HTTP"
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
    audience = [
      aws_cognito_user_pool_client.shop.id,
      aws_cognito_user_pool_client.shop__d00aae6b.id,
      aws_cognito_user_pool_client.s_hop__eb5cc937.id,
      aws_cognito_user_pool_client.robot.id,
    ]
  }
}

resource "aws_apigatewayv2_stage" "main" {
  api_id      = aws_apigatewayv2_api.main.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "bin_orders" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_orders.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_me" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_me.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "orders_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /orders"
  target             = "integrations/${aws_apigatewayv2_integration.bin_orders.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  # With scopes the route requires an access token that carries any one of them.
  # Without this argument it would accept every token of the clients above, ID tokens too.
  authorization_scopes = [
    "${aws_cognito_resource_server.orders.identifier}/read",
    "${aws_cognito_resource_server.orders__b7e8acdd.identifier}/read",
  ]
}

resource "aws_apigatewayv2_route" "orders_id_get" {
  api_id               = aws_apigatewayv2_api.main.id
  route_key            = "GET /orders/{id}"
  target               = "integrations/${aws_apigatewayv2_integration.bin_orders.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.orders_v2.identifier}/read"]
}

resource "aws_apigatewayv2_route" "orders_order_id_put" {
  api_id               = aws_apigatewayv2_api.main.id
  route_key            = "PUT /orders/{orderId}"
  target               = "integrations/${aws_apigatewayv2_integration.bin_orders.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.orders_v2.identifier}/write"]
}

resource "aws_apigatewayv2_route" "me_delete" {
  api_id               = aws_apigatewayv2_api.main.id
  route_key            = "DELETE /me"
  target               = "integrations/${aws_apigatewayv2_integration.bin_me.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = ["aws.cognito.signin.user.admin"]
}

# In the names of the functions and of their role
locals {
  service = "shop"
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

resource "aws_lambda_function" "bin_orders" {
  function_name    = "${var.stage}-${local.service}-binOrders"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/orders.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_orders" {
  function_name = aws_lambda_function.bin_orders.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_me" {
  function_name    = "${var.stage}-${local.service}-binMe"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/me.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_me" {
  function_name = aws_lambda_function.bin_me.function_name
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

output "shop_client_id" {
  description = "The client id of shop"
  value       = aws_cognito_user_pool_client.shop.id
}

output "shop_clientd00aae6b_id" {
  description = "The client id of Shop"
  value       = aws_cognito_user_pool_client.shop__d00aae6b.id
}

output "s_hop_clienteb5cc937_id" {
  description = "The client id of s-hop"
  value       = aws_cognito_user_pool_client.s_hop__eb5cc937.id
}

output "robot_client_id" {
  description = "The client id of robot"
  value       = aws_cognito_user_pool_client.robot.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_apigatewayv2_api.main.api_endpoint
}
