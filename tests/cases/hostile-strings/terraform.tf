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

resource "aws_api_gateway_rest_api" "main" {
  name = "${var.stage}-= yes c"

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

resource "aws_api_gateway_resource" "yes" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "yes"
}

resource "aws_api_gateway_method" "yes_get" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.yes.id
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  # With scopes the method requires an access token that carries any one of them.
  # Without this argument it would require an ID token and answer 401 to every access token.
  authorization_scopes = [
    "${aws_cognito_resource_server.ref_xc.identifier}/yes",
    "${aws_cognito_resource_server.ref_xc.identifier}/12:30",
  ]
}

resource "aws_api_gateway_integration" "yes_get" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  resource_id = aws_api_gateway_method.yes_get.resource_id
  http_method = aws_api_gateway_method.yes_get.http_method
  type        = "AWS_PROXY"
  # API Gateway calls Lambda by POST, whatever the method of the caller
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_yes_no.invoke_arn
}

resource "aws_api_gateway_resource" "resource012" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "012"
}

resource "aws_api_gateway_resource" "resource0121e3" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.resource012.id
  path_part   = "1e3"
}

resource "aws_api_gateway_method" "method0121e3_get" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.resource0121e3.id
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.resource_server012.identifier}/1e3",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/{a}",
  ]
}

resource "aws_api_gateway_integration" "method0121e3_get" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.method0121e3_get.resource_id
  http_method             = aws_api_gateway_method.method0121e3_get.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_class_default.invoke_arn
}

resource "aws_api_gateway_resource" "null" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "null"
}

resource "aws_api_gateway_resource" "null_class" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.null.id
  path_part   = "{class}"
}

resource "aws_api_gateway_method" "null_class_post" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.null_class.id
  http_method   = "POST"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.ref_xc.identifier}/it's",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/`",
  ]
}

resource "aws_api_gateway_integration" "null_class_post" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.null_class_post.resource_id
  http_method             = aws_api_gateway_method.null_class_post.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.bin_proto_constructor.invoke_arn
}

resource "aws_api_gateway_resource" "metadata" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "$metadata"
}

resource "aws_api_gateway_resource" "metadata_ab" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.metadata.id
  path_part   = "a:b"
}

resource "aws_api_gateway_resource" "metadata_abx_json" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_resource.metadata_ab.id
  path_part   = "x.json"
}

resource "aws_api_gateway_method" "metadata_abx_json_get" {
  rest_api_id          = aws_api_gateway_rest_api.main.id
  resource_id          = aws_api_gateway_resource.metadata_abx_json.id
  http_method          = "GET"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.https_api_example_com_v1.identifier}/*"]
}

resource "aws_api_gateway_integration" "metadata_abx_json_get" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.metadata_abx_json_get.resource_id
  http_method             = aws_api_gateway_method.metadata_abx_json_get.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.function012.invoke_arn
}

resource "aws_api_gateway_resource" "constructor" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "constructor"
}

resource "aws_api_gateway_method" "constructor_put" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.constructor.id
  http_method   = "PUT"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = [
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/&a",
    "${aws_cognito_resource_server.https_api_example_com_v1.identifier}/@a",
  ]
}

resource "aws_api_gateway_integration" "constructor_put" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_method.constructor_put.resource_id
  http_method             = aws_api_gateway_method.constructor_put.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.true.invoke_arn
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id

  # A snapshot of the API. Whole resources, not their ids, so that a change of scopes makes a new one as well.
  # The plan after the first apply shows one more deployment; after that only changes do.
  triggers = {
    redeployment = sha1(jsonencode([
      aws_api_gateway_authorizer.cognito,
      aws_api_gateway_method.yes_get,
      aws_api_gateway_integration.yes_get,
      aws_api_gateway_method.method0121e3_get,
      aws_api_gateway_integration.method0121e3_get,
      aws_api_gateway_method.null_class_post,
      aws_api_gateway_integration.null_class_post,
      aws_api_gateway_method.metadata_abx_json_get,
      aws_api_gateway_integration.metadata_abx_json_get,
      aws_api_gateway_method.constructor_put,
      aws_api_gateway_integration.constructor_put,
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
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
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
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
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
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
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
  source_arn    = "${aws_api_gateway_rest_api.main.execution_arn}/*"
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
  value       = aws_api_gateway_stage.main.invoke_url
}
