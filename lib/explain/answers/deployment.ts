import { apiGatewayGuide, cognitoGuide } from '../../aws/docs'
import type { AnswerTable } from '../answer'

const SERVERS = cognitoGuide('cognito-user-pools-define-resource-servers')

/** Errors and warnings during a deployment: of Cognito, of API Gateway and of a deployment tool. */
export const deploymentAnswers = {
  DEPLOY_SCOPE_MISSING: {
    from: 'cognito',
    title: 'The client was created before the scope existed',
    causes: [
      'The resource server that defines the scope is created after the client: literal scope names create no dependency.',
      'No resource server defines the scope, or its name is misspelled.',
    ],
    fix: 'Add DependsOn with the resource server to the client, or build the scope from its identifier with Sub, and deploy again.',
    source: SERVERS,
    wording: 'cited',
  },
  DEPLOY_OIDC_SCOPE: {
    from: 'cognito',
    title: 'A client with client_credentials has a scope of OpenID Connect',
    causes: [
      'Scopes such as openid and email describe a user, and no user signs in with client_credentials.',
    ],
    fix: 'Give the machine client custom scopes only.',
    source: SERVERS,
    wording: 'cited',
  },
  DEPLOY_DOMAIN_TAKEN: {
    from: 'cognito',
    title: 'The domain prefix is in use',
    causes: ['Another user pool in this Region, of any account, has this domain prefix.'],
    fix: 'Choose another domain prefix.',
    source: cognitoGuide('cognito-user-pools-assign-domain-prefix'),
    wording: 'cited',
  },
  DEPLOY_AUTHORIZER_MISSING: {
    from: 'gateway',
    title: 'The route or method names no valid authorizer',
    causes: [
      'AuthorizationType is JWT or COGNITO_USER_POOLS, but AuthorizerId is missing or belongs to another API.',
      'A method has no AuthorizationType: one without authorization has the type NONE.',
    ],
    fix: 'Set AuthorizerId to an authorizer of the same API and of the same type.',
    wording: 'cited',
  },
  DEPLOY_OAUTH_FLOWS: {
    from: 'cognito',
    title: 'The OAuth flows of the client do not go together',
    causes: [
      'client_credentials is listed next to code or implicit. It must be the only flow of its client.',
      'The client has client_credentials, but no secret (GenerateSecret).',
      'AllowedOAuthFlowsUserPoolClient is true, but AllowedOAuthFlows or AllowedOAuthScopes is missing or empty.',
    ],
    fix: 'Create one client for people, and another one with a secret and custom scopes for machines. List flows and scopes on each.',
    source: cognitoGuide('federation-endpoints-oauth-grants'),
    wording: 'cited',
  },
  DEPLOY_PROVIDER_MISSING: {
    from: 'cognito',
    title: 'The client was created before its identity provider',
    causes: [
      'SupportedIdentityProviders names the provider as a string, which creates no dependency, so the client may come first.',
      'The user pool has no provider of this name, or the name is misspelled.',
    ],
    fix: 'Add DependsOn with the identity provider to the client, and deploy again.',
    source: 'https://github.com/aws/aws-cdk/issues/15692',
    wording: 'cited',
  },
  DEPLOY_DOMAIN_WORD: {
    from: 'cognito',
    title: 'The domain prefix contains a reserved word',
    causes: ['A prefix must not contain aws, amazon or cognito, not even as a part of another word.'],
    fix: 'Choose a domain prefix without these words.',
    source: cognitoGuide('cognito-user-pools-assign-domain-prefix'),
    wording: 'cited',
  },
  DEPLOY_NO_METHODS: {
    from: 'gateway',
    title: 'The deployment was created before the methods or routes',
    causes: [
      'The deployment resource does not wait for the methods and integrations: a reference to the API alone does not order them.',
      'The API has no method or route at all.',
    ],
    fix: 'Add DependsOn with every method (REST API) or route (HTTP API) to the deployment.',
    source: apiGatewayGuide('set-up-deployments'),
    wording: 'cited',
  },
  DEPLOY_SECURITY_SCHEME: {
    from: 'gateway',
    title: 'The import ignores a security scheme of the OpenAPI definition',
    causes: [
      'The scheme has no x-amazon-apigateway-authorizer extension, so API Gateway makes no authorizer of it. Operations that name it may be open to anyone.',
      'A REST API ignores schemes of the types oauth2 and http.',
    ],
    fix: 'Write the scheme with type apiKey, name Authorization and in header, and add x-amazon-apigateway-authtype and x-amazon-apigateway-authorizer.',
    source: apiGatewayGuide('api-gateway-swagger-extensions-authorizer'),
    wording: 'cited',
  },
  DEPLOY_ISSUER_INVALID: {
    from: 'gateway',
    title: 'API Gateway cannot read the issuer of the JWT authorizer',
    causes: [
      'The issuer has a slash at its end, the domain of the sign-in pages, or another Region or user pool ID.',
      'The issuer cannot be reached from the internet yet: API Gateway reads its /.well-known/openid-configuration when the authorizer is created.',
    ],
    fix: 'Use https://cognito-idp.<region>.amazonaws.com/<user pool ID>, without a slash at its end. In a template, that is the attribute ProviderURL of the user pool.',
    source: apiGatewayGuide('http-api-jwt-authorizer'),
    wording: 'cited',
  },
  SERVERLESS_AUTHORIZER: {
    from: 'client-code',
    title: 'The Serverless Framework cannot tell which authorizer is meant',
    causes: [
      'The authorizer has neither arn nor name. authorizerId counts only next to type.',
      'The ARN is a function such as Fn::GetAtt, from which the framework can take no name.',
    ],
    fix: 'Write name, type: COGNITO_USER_POOLS and arn. Or write authorizerId next to type: COGNITO_USER_POOLS.',
    source: 'https://github.com/serverless/serverless/issues/3212',
    wording: 'cited',
  },
} as const satisfies AnswerTable<
  | 'DEPLOY_SCOPE_MISSING'
  | 'DEPLOY_OIDC_SCOPE'
  | 'DEPLOY_DOMAIN_TAKEN'
  | 'DEPLOY_AUTHORIZER_MISSING'
  | 'DEPLOY_OAUTH_FLOWS'
  | 'DEPLOY_PROVIDER_MISSING'
  | 'DEPLOY_DOMAIN_WORD'
  | 'DEPLOY_NO_METHODS'
  | 'DEPLOY_SECURITY_SCHEME'
  | 'DEPLOY_ISSUER_INVALID'
  | 'SERVERLESS_AUTHORIZER'
>
