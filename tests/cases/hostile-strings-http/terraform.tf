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
  default     = "012"

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{0,31}$", var.stage))
    error_message = "The value must match ^[a-z0-9][a-z0-9-]{0,31}$."
  }
}

resource "aws_cognito_user_pool" "main" {
  name                = "${var.stage}-=@yes, -+."
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
  domain       = "${var.stage}-1e3"
  # 2 = managed login; it shows a page only to clients that have a branding
  managed_login_version = 2
}

resource "aws_cognito_resource_server" "ref_xc" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "!Ref`x`'*/#c"
  name         = "- a @ ="

  scope {
    scope_name        = "yes"
    scope_description = "`*/ // <!-- \"' \\ {{x}} #{y} $x"
  }

  scope {
    scope_name        = "012"
    scope_description = " leading and trailing "
  }

  scope {
    scope_name        = "12:30"
    scope_description = "line\u2028separator\u2029paragraph"
  }

  scope {
    scope_name        = "#c"
    scope_description = "a: b #c"
  }

  scope {
    scope_name        = "it's"
    scope_description = "😀 日本語 Ünïcödé \u202e"
  }
}

resource "aws_cognito_resource_server" "https_api_example_com_v1" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "https://api.example.com/v1"
  name         = "null"

  scope {
    scope_name        = "!Ref-x"
    scope_description = "!Sub a"
  }

  scope {
    scope_name        = "null"
    scope_description = "~"
  }

  scope {
    scope_name        = "true"
    scope_description = "yes"
  }

  scope {
    scope_name        = "*"
    scope_description = "*"
  }

  scope {
    scope_name        = "@a"
    scope_description = "%a"
  }

  scope {
    scope_name        = "&a"
    scope_description = " \ufeff"
  }

  scope {
    scope_name        = "{a}"
    scope_description = "%%{a} 100%"
  }

  scope {
    scope_name        = "[a]"
    scope_description = "[a] é"
  }

  scope {
    scope_name        = "`"
    scope_description = "`"
  }
}

resource "aws_cognito_resource_server" "resource_server012" {
  user_pool_id = aws_cognito_user_pool.main.id
  identifier   = "012"
  name         = "012"

  scope {
    scope_name        = "1e3"
    scope_description = "1e3"
  }
}

resource "aws_cognito_user_pool_client" "true" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-true"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  # By reference to the resource server, so that the client is created after its scopes. As plain text the client
  # could come first: ScopeDoesNotExistException.
  allowed_oauth_scopes = [
    "openid",
    "email",
    "${aws_cognito_resource_server.ref_xc.identifier}/yes",
    "${aws_cognito_resource_server.ref_xc.identifier}/012",
    "${aws_cognito_resource_server.ref_xc.identifier}/12:30",
    "${aws_cognito_resource_server.ref_xc.identifier}/#c",
    "${aws_cognito_resource_server.ref_xc.identifier}/it's",
    "${aws_cognito_resource_server.resource_server012.identifier}/1e3",
  ]
  callback_urls = [
    "https://app.example.com/it's/`x`/*/a//b?q=\"x\"|y^z",
    "exampleapp://x/€/½/＋",
    "https://bücher.example/日本語?$x={y}",
  ]
  default_redirect_uri          = "exampleapp://x/€/½/＋"
  logout_urls                   = ["com.example.app://cb?x=!Ref&y=*/"]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_managed_login_branding" "true" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.true.id
  use_cognito_provided_values = true
}

resource "aws_cognito_user_pool_client" "a" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-- @a"
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes = [
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/!Ref-x",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/*",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/&a",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/{a}",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/[a]",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/`",
  ]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_user_pool_client" "constructor" {
  user_pool_id                         = aws_cognito_user_pool.main.id
  name                                 = "${var.stage}-constructor"
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["implicit"]
  allowed_oauth_scopes = [
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/null",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/true",
  ]
  callback_urls                 = ["https://app.example.com/callback"]
  supported_identity_providers  = ["COGNITO"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_managed_login_branding" "constructor" {
  user_pool_id                = aws_cognito_user_pool.main.id
  client_id                   = aws_cognito_user_pool_client.constructor.id
  use_cognito_provided_values = true
}

resource "aws_apigatewayv2_api" "main" {
  name          = "${var.stage}-= yes c"
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
      aws_cognito_user_pool_client.true.id,
      aws_cognito_user_pool_client.a.id,
      aws_cognito_user_pool_client.constructor.id,
    ]
  }
}

resource "aws_apigatewayv2_stage" "main" {
  api_id      = aws_apigatewayv2_api.main.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "bin_yes_no" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_yes_no.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_class_default" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_class_default.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "bin_proto_constructor" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.bin_proto_constructor.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "function012" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.function012.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "true" {
  api_id                 = aws_apigatewayv2_api.main.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.true.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "yes_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /yes"
  target             = "integrations/${aws_apigatewayv2_integration.bin_yes_no.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  # With scopes the route requires an access token that carries any one of them.
  # Without this argument it would accept every token of the clients above, ID tokens too.
  authorization_scopes = [
    "${aws_cognito_resource_server.ref_xc.identifier}/yes",
    "${aws_cognito_resource_server.ref_xc.identifier}/12:30",
  ]
}

resource "aws_apigatewayv2_route" "method0121e3_get" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "GET /012/1e3"
  target             = "integrations/${aws_apigatewayv2_integration.bin_class_default.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.resource_server012.identifier}/1e3",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/{a}",
  ]
}

resource "aws_apigatewayv2_route" "null_class_post" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "POST /null/{class}"
  target             = "integrations/${aws_apigatewayv2_integration.bin_proto_constructor.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.ref_xc.identifier}/it's",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/`",
  ]
}

resource "aws_apigatewayv2_route" "metadata_abx_json_get" {
  api_id               = aws_apigatewayv2_api.main.id
  route_key            = "GET /$metadata/a:b/x.json"
  target               = "integrations/${aws_apigatewayv2_integration.function012.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.https_api_example_com_v1.identifier}/*"]
}

resource "aws_apigatewayv2_route" "constructor_put" {
  api_id             = aws_apigatewayv2_api.main.id
  route_key          = "PUT /constructor"
  target             = "integrations/${aws_apigatewayv2_integration.true.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/&a",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/@a",
  ]
}

# In the names of the functions and of their role
locals {
  service = "yes"
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

resource "aws_lambda_function" "bin_yes_no" {
  function_name    = "${var.stage}-${local.service}-binYesNo"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/yes.no"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_yes_no" {
  function_name = aws_lambda_function.bin_yes_no.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_class_default" {
  function_name    = "${var.stage}-${local.service}-binClassDefault"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/class.default"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_class_default" {
  function_name = aws_lambda_function.bin_class_default.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "bin_proto_constructor" {
  function_name    = "${var.stage}-${local.service}-binProtoConstructor"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "bin/__proto__.constructor"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "bin_proto_constructor" {
  function_name = aws_lambda_function.bin_proto_constructor.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "function012" {
  function_name    = "${var.stage}-${local.service}-function012"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "012.$"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "function012" {
  function_name = aws_lambda_function.function012.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"
}

resource "aws_lambda_function" "true" {
  function_name    = "${var.stage}-${local.service}-true"
  role             = aws_iam_role.functions.arn
  runtime          = "nodejs24.x"
  timeout          = 10
  handler          = "true.handler"
  filename         = data.archive_file.functions.output_path
  source_code_hash = data.archive_file.functions.output_base64sha256
}

resource "aws_lambda_permission" "true" {
  function_name = aws_lambda_function.true.function_name
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

output "true_client_id" {
  description = "The client id of true"
  value       = aws_cognito_user_pool_client.true.id
}

output "a_client_id" {
  description = "The client id of - @a"
  value       = aws_cognito_user_pool_client.a.id
}

output "constructor_client_id" {
  description = "The client id of constructor"
  value       = aws_cognito_user_pool_client.constructor.id
}

output "api_url" {
  description = "The API; the paths of the endpoints follow"
  value       = aws_apigatewayv2_api.main.api_endpoint
}
