import type { Instance } from './evaluate'
import { isObject, type Json } from './module'

/** An argument's property, nothing for null, or what a function makes of it. */
type Properties = Readonly<Record<string, string | null | ((value: unknown) => Json)>>

/** Arguments as properties. Throws at an unsupported argument. */
export function take({ address, args }: Pick<Instance, 'address' | 'args'>, properties: Properties): Json {
  const taken = Object.entries(args).map(([name, value]): Json => {
    const property = properties[name]
    if (property === undefined) throw new Error(`${address}: unknown meaning of ${name}`)
    if (property === null) return {}
    return typeof property === 'string' ? { [property]: value } : property(value)
  })
  return Object.assign({}, ...taken)
}

/** A block of which there is one, as one property. */
const within =
  (property: string, properties: Properties) =>
  (value: unknown): Json => {
    const [only, ...more] = value as readonly unknown[]
    if (!isObject(only) || more.length > 0) throw new Error(`${property}: one block expected`)
    return { [property]: take({ address: property, args: only }, properties) }
  }

const archive = (value: unknown): Json => {
  if (value !== './.terraform/functions.zip') throw new Error(`code in ${JSON.stringify(value)}`)
  return { Code: { S3Bucket: 'archive', S3Key: 'functions.zip' } }
}

/** The provider has a block for each method of the second factor, where CloudFormation has a list. */
function softwareToken(value: unknown): Json {
  const { EnabledMfas } = within('EnabledMfas', { enabled: 'enabled' })(value) as {
    readonly EnabledMfas: Json
  }
  return EnabledMfas.enabled === true ? { EnabledMfas: ['SOFTWARE_TOKEN_MFA'] } : {}
}

/** Resources with one counterpart each, and what their arguments are called there. */
export const PROPERTIES: Readonly<
  Record<string, { readonly type: string; readonly properties: Properties }>
> = {
  aws_cognito_user_pool: {
    type: 'AWS::Cognito::UserPool',
    properties: {
      name: 'UserPoolName',
      user_pool_tier: 'UserPoolTier',
      deletion_protection: null,
      admin_create_user_config: within('AdminCreateUserConfig', {
        allow_admin_create_user_only: 'AllowAdminCreateUserOnly',
      }),
      username_attributes: 'UsernameAttributes',
      auto_verified_attributes: 'AutoVerifiedAttributes',
      mfa_configuration: 'MfaConfiguration',
      software_token_mfa_configuration: softwareToken,
      lambda_config: within('LambdaConfig', {
        pre_token_generation_config: within('PreTokenGenerationConfig', {
          lambda_arn: 'LambdaArn',
          lambda_version: 'LambdaVersion',
        }),
      }),
    },
  },
  aws_cognito_user_pool_domain: {
    type: 'AWS::Cognito::UserPoolDomain',
    properties: {
      user_pool_id: 'UserPoolId',
      domain: 'Domain',
      managed_login_version: 'ManagedLoginVersion',
    },
  },
  aws_cognito_resource_server: {
    type: 'AWS::Cognito::UserPoolResourceServer',
    properties: {
      user_pool_id: 'UserPoolId',
      identifier: 'Identifier',
      name: 'Name',
      scope: value => ({
        Scopes: (value as readonly Json[]).map(args =>
          take(
            { address: 'scope', args },
            { scope_name: 'ScopeName', scope_description: 'ScopeDescription' },
          ),
        ),
      }),
    },
  },
  aws_cognito_user_pool_client: {
    type: 'AWS::Cognito::UserPoolClient',
    properties: {
      user_pool_id: 'UserPoolId',
      name: 'ClientName',
      generate_secret: 'GenerateSecret',
      allowed_oauth_flows_user_pool_client: 'AllowedOAuthFlowsUserPoolClient',
      allowed_oauth_flows: 'AllowedOAuthFlows',
      allowed_oauth_scopes: 'AllowedOAuthScopes',
      callback_urls: 'CallbackURLs',
      default_redirect_uri: 'DefaultRedirectURI',
      logout_urls: 'LogoutURLs',
      supported_identity_providers: 'SupportedIdentityProviders',
      prevent_user_existence_errors: 'PreventUserExistenceErrors',
      access_token_validity: 'AccessTokenValidity',
      id_token_validity: 'IdTokenValidity',
      refresh_token_validity: 'RefreshTokenValidity',
      token_validity_units: within('TokenValidityUnits', {
        access_token: 'AccessToken',
        id_token: 'IdToken',
        refresh_token: 'RefreshToken',
      }),
      explicit_auth_flows: 'ExplicitAuthFlows',
      refresh_token_rotation: within('RefreshTokenRotation', {
        feature: 'Feature',
        retry_grace_period_seconds: 'RetryGracePeriodSeconds',
      }),
    },
  },
  aws_cognito_managed_login_branding: {
    type: 'AWS::Cognito::ManagedLoginBranding',
    properties: {
      user_pool_id: 'UserPoolId',
      client_id: 'ClientId',
      use_cognito_provided_values: 'UseCognitoProvidedValues',
    },
  },
  aws_api_gateway_rest_api: {
    type: 'AWS::ApiGateway::RestApi',
    properties: { name: 'Name', endpoint_configuration: within('EndpointConfiguration', { types: 'Types' }) },
  },
  aws_api_gateway_authorizer: {
    type: 'AWS::ApiGateway::Authorizer',
    properties: {
      rest_api_id: 'RestApiId',
      name: 'Name',
      // The provider's default.
      type: 'Type',
      identity_source: 'IdentitySource',
      provider_arns: 'ProviderARNs',
      authorizer_result_ttl_in_seconds: 'AuthorizerResultTtlInSeconds',
    },
  },
  aws_api_gateway_resource: {
    type: 'AWS::ApiGateway::Resource',
    properties: { rest_api_id: 'RestApiId', parent_id: 'ParentId', path_part: 'PathPart' },
  },
  aws_api_gateway_gateway_response: {
    type: 'AWS::ApiGateway::GatewayResponse',
    properties: {
      rest_api_id: 'RestApiId',
      response_type: 'ResponseType',
      response_parameters: 'ResponseParameters',
    },
  },
  aws_api_gateway_deployment: {
    type: 'AWS::ApiGateway::Deployment',
    properties: { rest_api_id: 'RestApiId', triggers: null },
  },
  aws_api_gateway_stage: {
    type: 'AWS::ApiGateway::Stage',
    properties: { rest_api_id: 'RestApiId', deployment_id: 'DeploymentId', stage_name: 'StageName' },
  },
  aws_apigatewayv2_api: {
    type: 'AWS::ApiGatewayV2::Api',
    properties: {
      name: 'Name',
      protocol_type: 'ProtocolType',
      cors_configuration: within('CorsConfiguration', {
        allow_origins: 'AllowOrigins',
        allow_headers: 'AllowHeaders',
        allow_methods: 'AllowMethods',
        allow_credentials: 'AllowCredentials',
      }),
    },
  },
  aws_apigatewayv2_authorizer: {
    type: 'AWS::ApiGatewayV2::Authorizer',
    properties: {
      api_id: 'ApiId',
      name: 'Name',
      authorizer_type: 'AuthorizerType',
      identity_sources: 'IdentitySource',
      jwt_configuration: within('JwtConfiguration', { issuer: 'Issuer', audience: 'Audience' }),
    },
  },
  aws_apigatewayv2_integration: {
    type: 'AWS::ApiGatewayV2::Integration',
    properties: {
      api_id: 'ApiId',
      integration_type: 'IntegrationType',
      integration_uri: 'IntegrationUri',
      payload_format_version: 'PayloadFormatVersion',
    },
  },
  aws_apigatewayv2_route: {
    type: 'AWS::ApiGatewayV2::Route',
    properties: {
      api_id: 'ApiId',
      route_key: 'RouteKey',
      target: 'Target',
      authorization_type: 'AuthorizationType',
      authorizer_id: 'AuthorizerId',
      authorization_scopes: 'AuthorizationScopes',
    },
  },
  aws_apigatewayv2_stage: {
    type: 'AWS::ApiGatewayV2::Stage',
    properties: { api_id: 'ApiId', name: 'StageName', auto_deploy: 'AutoDeploy' },
  },
  aws_lambda_function: {
    type: 'AWS::Lambda::Function',
    properties: {
      function_name: 'FunctionName',
      role: 'Role',
      runtime: 'Runtime',
      timeout: 'Timeout',
      handler: 'Handler',
      filename: archive,
      source_code_hash: null,
    },
  },
  aws_lambda_permission: {
    type: 'AWS::Lambda::Permission',
    properties: {
      function_name: 'FunctionName',
      action: 'Action',
      principal: 'Principal',
      source_arn: 'SourceArn',
    },
  },
}
