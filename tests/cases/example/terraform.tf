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
  name                = "${var.stage}-example-users"
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
  domain       = "${var.stage}-example-api-demo"
  # 2 = managed login; it shows a page only to clients that have a branding
  managed_login_version = 2
}

resource "aws_cognito_resource_server" "com_example_api" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "com.example.api"
  name         = "Example API"

  scope {
    scope_name        = "read"
    scope_description = "Read access"
  }

  scope {
    scope_name        = "write"
    scope_description = "Write access"
  }
}

resource "aws_cognito_user_pool_client" "user_pool" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-user-pool-client"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code", "implicit"]
  # By reference to the resource server, so that the client is created after its scopes. As plain text the client
  # could come first: ScopeDoesNotExistException.
  allowed_oauth_scopes = [
    "email",
    "openid",
    "${aws_cognito_resource_server.com_example_api.identifier}/read",
    "${aws_cognito_resource_server.com_example_api.identifier}/write",
  ]
  callback_urls                 = ["exampleapp://auth/login"]
  default_redirect_uri          = "exampleapp://auth/login"
  logout_urls                   = ["exampleapp://auth/logout"]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
  access_token_validity         = 60
  id_token_validity             = 60
  refresh_token_validity        = 30

  token_validity_units {
    # Without this block access and ID tokens would count in hours
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_cognito_managed_login_branding" "user_pool" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.user_pool.id
  use_cognito_provided_values = true
}

resource "aws_api_gateway_rest_api" "main" {
  name = "${var.stage}-example-api"

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
  provider_arns   = [aws_cognito_user_pool.main.arn]
}

resource "aws_api_gateway_resource" "myevent" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "myevent"
}

resource "aws_api_gateway_method" "myevent_get" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.myevent.id
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  # With scopes the method requires an access token that carries any one of them.
  # Without this argument it would require an ID token and answer 401 to every access token.
  authorization_scopes = [
    "${aws_cognito_resource_server.com_example_api.identifier}/read",
    "${aws_cognito_resource_server.com_example_api.identifier}/write",
  ]
}

resource "aws_api_gateway_integration" "myevent_get" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  resource_id = aws_api_gateway_method.myevent_get.resource_id
  http_method = aws_api_gateway_method.myevent_get.http_method
  type        = "AWS_PROXY"
  # API Gateway calls Lambda by POST, whatever the method of the caller
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_myevent.invoke_arn
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id

  # A snapshot of the API. Whole resources, not their ids, so that a change of scopes makes a new one as well.
  # The plan after the first apply shows one more deployment; after that only changes do.
  triggers = {
    redeployment = sha1(jsonencode([
      aws_api_gateway_authorizer.cognito,
      aws_api_gateway_method.myevent_get,
      aws_api_gateway_integration.myevent_get,
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
  service = "example-api"
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

resource "aws_lambda_function" "bin_myevent" {
  function_name    = "${var.stage}-${local.service}-binMyevent"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/myevent.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_myevent" {
  function_name = aws_lambda_function.bin_myevent.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
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

output "user_pool_client_id" {
  description = "The client id of user-pool-client"
  value       = aws_cognito_user_pool_client.user_pool.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_api_gateway_stage.main.invoke_url
}
