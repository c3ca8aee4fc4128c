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
  default = "eu-central-1"
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
  name                = "${var.stage}-notes-users"
  user_pool_tier      = "PLUS"
  deletion_protection = "ACTIVE"
  # Nothing is verified automatically: text messages to phone numbers require a role, which is not created here
  username_attributes = ["phone_number"]
  mfa_configuration   = "ON"

  software_token_mfa_configuration {
    enabled = true
  }

  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  lambda_config {
    pre_token_generation_config {
      lambda_arn     = aws_lambda_function.pre_token_generation__f57b3ae6.arn
      lambda_version = "V3_0"
    }
  }

  lifecycle {
    # Users cannot be created again with the same sub: remove this and deletion_protection to destroy the pool
    prevent_destroy = true
  }
}

resource "aws_cognito_user_pool_domain" "main" {
  user_pool_id = aws_cognito_user_pool.main.id
  domain       = "${var.stage}-notes-demo"
  # 1 = the classic hosted UI
  managed_login_version = 1
}

resource "aws_cognito_resource_server" "notes" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "notes"
  name         = "Notes"

  scope {
    scope_name        = "read"
    scope_description = "Read notes"
  }
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
    "${aws_cognito_resource_server.notes.identifier}/read",
  ]
  callback_urls                 = ["https://notes.example.com/callback"]
  supported_identity_providers  = ["COGNITO"]
  explicit_auth_flows           = ["ALLOW_USER_SRP_AUTH"]
  prevent_user_existence_errors = "ENABLED"
  access_token_validity         = 15
  id_token_validity             = 15
  refresh_token_validity        = 7

  token_validity_units {
    # Without this block access and ID tokens would count in hours
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }

  refresh_token_rotation {
    feature                    = "ENABLED"
    retry_grace_period_seconds = 0
  }
}

resource "aws_cognito_user_pool_client" "nightly" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-nightly"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = ["${aws_cognito_resource_server.notes.identifier}/read"]
  supported_identity_providers         = ["COGNITO"]
  prevent_user_existence_errors        = "ENABLED"
}

resource "aws_apigatewayv2_api" "main" {
  name          = "${var.stage}-notes"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://notes.example.com"]
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
    audience = [
      aws_cognito_user_pool_client.web.id,
      aws_cognito_user_pool_client.nightly.id,
    ]
  }
}

resource "aws_apigatewayv2_stage" "main" {
  api_id      = aws_apigatewayv2_api.main.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "pre_token_generation" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.pre_token_generation.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "pre_token_generation_one" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.pre_token_generation_one.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "notes_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /notes"
  target             = "integrations/${aws_apigatewayv2_integration.pre_token_generation.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  # With scopes the route requires an access token that carries any one of them.
  # Without this argument it would accept every token of the clients above, ID tokens too.
  authorization_scopes = ["${aws_cognito_resource_server.notes.identifier}/read"]
}

resource "aws_apigatewayv2_route" "notes_id_any" {
  api_id               = aws_apigatewayv2_api.main.id
  route_key            = "ANY /notes/{id}"
  target               = "integrations/${aws_apigatewayv2_integration.pre_token_generation_one.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.notes.identifier}/read"]
}

# Browsers send no token with a preflight, so the authorizer of ANY would answer it with 401
resource "aws_apigatewayv2_route" "notes_id_any_preflight" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "OPTIONS /notes/{id}"
  target             = "integrations/${aws_apigatewayv2_integration.pre_token_generation_one.id}"
  authorization_type = "NONE"
}

# In the names of the functions and of their role
locals {
  service = "notes"
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

resource "aws_lambda_function" "pre_token_generation" {
  function_name    = "${var.stage}-${local.service}-preTokenGeneration"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "pre-token-generation.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "pre_token_generation" {
  function_name = aws_lambda_function.pre_token_generation.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "pre_token_generation_one" {
  function_name    = "${var.stage}-${local.service}-preTokenGenerationOne"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "pre-token-generation.one"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "pre_token_generation_one" {
  function_name = aws_lambda_function.pre_token_generation_one.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "pre_token_generation__f57b3ae6" {
  function_name    = "${var.stage}-notes-Functionf57b3ae6-c76e273d"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "pre-token-generation.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "pre_token_generation__f57b3ae6" {
  function_name = aws_lambda_function.pre_token_generation__f57b3ae6.function_name
  action        = "lambda:InvokeFunction"
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = aws_cognito_user_pool.main.arn
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

output "nightly_client_id" {
  description = "The client id of nightly"
  value       = aws_cognito_user_pool_client.nightly.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_apigatewayv2_api.main.api_endpoint
}
