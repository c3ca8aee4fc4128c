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

resource "aws_api_gateway_rest_api" "main" {
  name = "${var.stage}-internal"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "jobs" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "jobs"
}

resource "aws_api_gateway_resource" "jobs_proxy" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.jobs.id
  path_part   = "{proxy+}"
}

resource "aws_api_gateway_method" "jobs_proxy_any" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.jobs_proxy.id
  http_method   = "ANY"
  authorization = "AWS_IAM"
  # Requests must be signed with AWS credentials that allow execute-api:Invoke.
  # No token gives access here: the authorizer is not asked.
}

resource "aws_api_gateway_integration" "jobs_proxy_any" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  resource_id = aws_api_gateway_method.jobs_proxy_any.resource_id
  http_method = aws_api_gateway_method.jobs_proxy_any.http_method
  type        = "AWS_PROXY"
  # API Gateway calls Lambda by POST, whatever the method of the caller
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_jobs.invoke_arn
}

# Answers the preflight that browsers send before a cross-origin call. It carries no token: an authorizer would
# answer it with 401.
locals {
  preflights = {
    "/jobs/{proxy+}" = { resource_id = aws_api_gateway_resource.jobs_proxy.id, methods = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS" }
  }
}

resource "aws_api_gateway_method" "preflight" {
  for_each = local.preflights

  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = each.value.resource_id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "preflight" {
  for_each = aws_api_gateway_method.preflight

  rest_api_id = each.value.rest_api_id
  resource_id = each.value.resource_id
  http_method = each.value.http_method
  type        = "MOCK"

  request_templates = {
    "application/json" = jsonencode({ statusCode = 204 })
  }
}

resource "aws_api_gateway_method_response" "preflight" {
  for_each = aws_api_gateway_method.preflight

  rest_api_id = each.value.rest_api_id
  resource_id = each.value.resource_id
  http_method = each.value.http_method
  status_code = "204"

  response_parameters = {
    "method.response.header.Access-Control-Allow-Headers" = true
    "method.response.header.Access-Control-Allow-Methods" = true
    "method.response.header.Access-Control-Allow-Origin"  = true
    "method.response.header.Vary"                         = true
  }
}

resource "aws_api_gateway_integration_response" "preflight" {
  for_each = aws_api_gateway_method_response.preflight

  rest_api_id = each.value.rest_api_id
  resource_id = each.value.resource_id
  http_method = each.value.http_method
  status_code = each.value.status_code

  response_parameters = {
    "method.response.header.Access-Control-Allow-Headers" = "'Authorization,Content-Type'"
    "method.response.header.Access-Control-Allow-Methods" = "'${local.preflights[each.key].methods}'"
    "method.response.header.Access-Control-Allow-Origin"  = "'https://app.example.com'"
    "method.response.header.Vary"                         = "'Origin'"
  }

  # The header can contain only one origin: the one of the caller, if that is allowed
  response_templates = {
    "application/json" = <<-VTL
      #set($origin = $input.params('Origin'))
      #if($origin == '')#set($origin = $input.params('origin'))#end
      #if($origin == 'https://app.example.com' || $origin == 'https://www.example.com')
      #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
      #end
    VTL
  }

  # It refers to the method response, and API Gateway needs the integration first as well
  depends_on = [aws_api_gateway_integration.preflight]
}

# Without its own CORS header a 401 looks like a network error in the browser
resource "aws_api_gateway_gateway_response" "cors" {
  for_each = toset(["DEFAULT_4XX", "DEFAULT_5XX"])

  rest_api_id   = aws_api_gateway_rest_api.main.id
  response_type = each.key
  response_parameters = {
    "gatewayresponse.header.Access-Control-Allow-Origin" = "'*'"
  }
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id

  # A snapshot of the API. Whole resources, not their ids, so that a change of scopes makes a new one as well.
  # The plan after the first apply shows one more deployment; after that only changes do.
  triggers = {
    redeployment = sha1(jsonencode([
      aws_api_gateway_method.jobs_proxy_any,
      aws_api_gateway_integration.jobs_proxy_any,
      aws_api_gateway_method.preflight,
      aws_api_gateway_integration.preflight,
      aws_api_gateway_method_response.preflight,
      aws_api_gateway_integration_response.preflight,
      aws_api_gateway_gateway_response.cors,
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
  service = "internal"
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

resource "aws_lambda_function" "bin_jobs" {
  function_name    = "${var.stage}-${local.service}-binJobs"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/jobs.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_jobs" {
  function_name = aws_lambda_function.bin_jobs.function_name
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

output "web_client_id" {
  description = "The client id of web"
  value       = aws_cognito_user_pool_client.web.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_api_gateway_stage.main.invoke_url
}
