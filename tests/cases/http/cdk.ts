import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface OrdersStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: OrdersStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `orders-${stage}` });

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
      apiName: `${stage}-orders`,
    });
    // With the pool's issuer: HttpUserPoolAuthorizer would write it for one partition only.
    const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
      authorizerName: `${stage}-cognito`,
      // Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.
      jwtAudience: [webClient.userPoolClientId],
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

    const binRootFunction = new lambda.Function(this, 'BinRootFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/root.handler',
      code,
      role: functionRole,
    });
    const binRootIntegration = new HttpLambdaIntegration(
      'BinRootFunctionIntegration',
      binRootFunction,
      onePermission,
    );

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

    const binProfileFunction = new lambda.Function(this, 'BinProfileFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/profile.handler',
      code,
      role: functionRole,
    });
    const binProfileIntegration = new HttpLambdaIntegration(
      'BinProfileFunctionIntegration',
      binProfileFunction,
      onePermission,
    );

    const binFilesFunction = new lambda.Function(this, 'BinFilesFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/files.handler',
      code,
      role: functionRole,
    });
    const binFilesIntegration = new HttpLambdaIntegration(
      'BinFilesFunctionIntegration',
      binFilesFunction,
      onePermission,
    );

    const binOrdersOptionsFunction = new lambda.Function(this, 'BinOrdersOptionsFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.options',
      code,
      role: functionRole,
    });
    const binOrdersOptionsIntegration = new HttpLambdaIntegration(
      'BinOrdersOptionsFunctionIntegration',
      binOrdersOptionsFunction,
      onePermission,
    );

    // Public.
    api.addRoutes({
      path: '/',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binRootIntegration,
    });

    // The route requires an access token with at least one of these scopes. Without scopes it would accept every
    // token of the clients above, including ID tokens.
    api.addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binOrdersListIntegration,
      authorizer,
      authorizationScopes: [readOAuthScope.scopeName],
    });

    api.addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.POST],
      integration: binOrdersCreateIntegration,
      authorizer,
      authorizationScopes: [writeOAuthScope.scopeName],
    });

    api.addRoutes({
      path: '/orders/{id}',
      methods: [apigatewayv2.HttpMethod.ANY],
      integration: binOrdersOneIntegration,
      authorizer,
      authorizationScopes: [
        readOAuthScope.scopeName,
        writeOAuthScope.scopeName,
      ],
    });

    // No scopes, because ID tokens have none. Every token of the clients above is accepted: a JWT authorizer does
    // not distinguish ID tokens from access tokens.
    api.addRoutes({
      path: '/profile',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binProfileIntegration,
      authorizer,
    });

    api.addRoutes({
      path: '/files/{proxy+}',
      methods: [apigatewayv2.HttpMethod.ANY],
      integration: binFilesIntegration,
      authorizer,
      authorizationScopes: [
        readOAuthScope.scopeName,
        cognito.OAuthScope.OPENID.scopeName,
      ],
    });

    api.addRoutes({
      path: '/files/{proxy+}',
      methods: [apigatewayv2.HttpMethod.HEAD],
      integration: binFilesIntegration,
    });

    api.addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.OPTIONS],
      integration: binOrdersOptionsIntegration,
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
