import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface BoundStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class BoundStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: BoundStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `bound-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-orders-users`,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-orders-demo` },
      // Requires a branding style for each client.
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const issuer = userPool.userPoolProviderUrl;

    const readScope = new cognito.ResourceServerScope({
      scopeName: 'read',
      scopeDescription: 'Read orders',
    });
    const writeScope = new cognito.ResourceServerScope({
      scopeName: 'write',
      scopeDescription: 'Change orders',
    });
    const ordersResourceServer = userPool.addResourceServer('OrdersResourceServer', {
      identifier: 'orders',
      userPoolResourceServerName: 'Orders',
      scopes: [readScope, writeScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const readOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, readScope);
    const writeOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, writeScope);

    userPool.addResourceServer('HttpsMcpExampleComResourceServer', {
      identifier: 'https://mcp.example.com',
      userPoolResourceServerName: 'MCP',
    });

    const webClient = userPool.addClient('WebClient', {
      userPoolClientName: `${stage}-web`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [
          cognito.OAuthScope.OPENID,
          readOAuthScope,
          writeOAuthScope,
        ],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'WebClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: webClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage}-bound`,
      corsPreflight: {
        allowOrigins: ['https://app.example.com'],
        allowHeaders: ['authorization', 'content-type'],
        allowMethods: [apigatewayv2.CorsHttpMethod.ANY],
      },
    });
    // With the pool's issuer: HttpUserPoolAuthorizer would write it for one partition only.
    const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
      authorizerName: `${stage}-cognito`,
      // Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.
      // A token that was requested with resource= has an aud, and only that is compared: it is listed too.
      jwtAudience: [
        webClient.userPoolClientId,
        'https://mcp.example.com',
        '012',
      ],
    });

    // One role for all functions, because they only write logs and a stack can have at most 500 resources.
    const functionRole = new iam.Role(this, 'FunctionRole', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'),
      ],
    });
    const code = lambda.Code.fromAsset(path.join(__dirname, '..'), {
      // Only the handlers, so that other changes do not redeploy the functions.
      exclude: ['/*', '!/bin', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission per function instead of one per route.
    const onePermission = { scopePermissionToRoute: false };

    const binOrdersListFunction = new lambda.Function(this, 'BinOrdersListFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.list',
      code,
      role: functionRole,
    });
    const binOrdersListIntegration = new HttpLambdaIntegration(
      'BinOrdersListFunctionIntegration',
      binOrdersListFunction,
      onePermission,
    );

    const binOrdersCreateFunction = new lambda.Function(this, 'BinOrdersCreateFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.create',
      code,
      role: functionRole,
    });
    const binOrdersCreateIntegration = new HttpLambdaIntegration(
      'BinOrdersCreateFunctionIntegration',
      binOrdersCreateFunction,
      onePermission,
    );

    const binOrdersOneFunction = new lambda.Function(this, 'BinOrdersOneFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.one',
      code,
      role: functionRole,
    });
    const binOrdersOneIntegration = new HttpLambdaIntegration(
      'BinOrdersOneFunctionIntegration',
      binOrdersOneFunction,
      onePermission,
    );

    const binHealthFunction = new lambda.Function(this, 'BinHealthFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/health.handler',
      code,
      role: functionRole,
    });
    const binHealthIntegration = new HttpLambdaIntegration(
      'BinHealthFunctionIntegration',
      binHealthFunction,
      onePermission,
    );

    // The route requires an access token with at least one of these scopes. Without scopes it would accept every
    // token of the clients above, including ID tokens.
    api.addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binOrdersListIntegration,
      authorizer,
      authorizationScopes: [readOAuthScope.scopeName],
    });

    // Requests must be signed with AWS credentials that allow execute-api:Invoke. No token gives access here: the
    // JWT authorizer is not asked.
    api.addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.POST],
      integration: binOrdersCreateIntegration,
      authorizer: new HttpIamAuthorizer(),
    });

    api.addRoutes({
      path: '/orders/{id}',
      methods: [apigatewayv2.HttpMethod.ANY],
      integration: binOrdersOneIntegration,
      authorizer: new HttpIamAuthorizer(),
    });
    // Browsers send preflight requests without a token, so the authorizer of ANY would answer them with 401.
    api.addRoutes({
      path: '/orders/{id}',
      methods: [apigatewayv2.HttpMethod.OPTIONS],
      integration: binOrdersOneIntegration,
    });

    // Public.
    api.addRoutes({
      path: '/health',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binHealthIntegration,
    });

    new cdk.CfnOutput(this, 'UserPoolId', {
      value: userPool.userPoolId,
      description: 'User pool ID',
    });
    new cdk.CfnOutput(this, 'Issuer', {
      value: issuer,
      description: 'Issuer (iss claim) of its tokens',
    });
    new cdk.CfnOutput(this, 'JwksUrl', {
      value: `${issuer}/.well-known/jwks.json`,
      description: 'Public keys that verify its tokens',
    });
    new cdk.CfnOutput(this, 'AuthorizeUrl', {
      value: `${userPoolDomain.baseUrl()}/oauth2/authorize`,
      description: 'Sign-in page',
    });
    new cdk.CfnOutput(this, 'TokenUrl', {
      value: `${userPoolDomain.baseUrl()}/oauth2/token`,
      description: 'Token endpoint',
    });
    new cdk.CfnOutput(this, 'WebClientId', {
      value: webClient.userPoolClientId,
      description: 'Client ID of web',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: api.apiEndpoint,
      description: 'Base URL of the API',
    });
  }
}
