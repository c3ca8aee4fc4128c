import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface ShopStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: ShopStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `shop-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-shop-users`,
      featurePlan: cognito.FeaturePlan.PLUS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-shop-demo` },
      // Requires a branding style for each client.
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const issuer = userPool.userPoolProviderUrl;

    const ordersReadScope = new cognito.ResourceServerScope({
      scopeName: 'read',
      scopeDescription: 'Read orders',
    });
    const ordersResourceServer = userPool.addResourceServer('OrdersResourceServer', {
      identifier: 'orders',
      userPoolResourceServerName: 'Shop',
      scopes: [ordersReadScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const ordersReadOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, ordersReadScope);

    const ordersV2ReadScope = new cognito.ResourceServerScope({
      scopeName: 'read',
      scopeDescription: 'Read orders, second version',
    });
    const writeScope = new cognito.ResourceServerScope({
      scopeName: 'write',
      scopeDescription: 'Write them',
    });
    const ordersV2ResourceServer = userPool.addResourceServer('OrdersV2ResourceServer', {
      identifier: 'orders/v2',
      userPoolResourceServerName: 'Shop',
      scopes: [ordersV2ReadScope, writeScope],
    });
    const ordersV2ReadOAuthScope = cognito.OAuthScope.resourceServer(ordersV2ResourceServer, ordersV2ReadScope);
    const writeOAuthScope = cognito.OAuthScope.resourceServer(ordersV2ResourceServer, writeScope);

    const ordersb7e8acddReadScope = new cognito.ResourceServerScope({
      scopeName: 'read',
      scopeDescription: 'With a capital',
    });
    const ordersResourceServerb7e8acdd = userPool.addResourceServer('OrdersResourceServerb7e8acdd', {
      identifier: 'Orders',
      userPoolResourceServerName: 'shop',
      scopes: [ordersb7e8acddReadScope],
    });
    const ordersb7e8acddReadOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServerb7e8acdd, ordersb7e8acddReadScope);

    const shopClient = userPool.addClient('ShopClient', {
      userPoolClientName: `${stage}-shop`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [
          cognito.OAuthScope.OPENID,
          cognito.OAuthScope.EMAIL,
          cognito.OAuthScope.PHONE,
          cognito.OAuthScope.PROFILE,
          cognito.OAuthScope.COGNITO_ADMIN,
          ordersReadOAuthScope,
        ],
        callbackUrls: ['https://app.example.com/callback'],
        logoutUrls: [
          'https://app.example.com',
          'http://localhost:3000/bye',
        ],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'ShopClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: shopClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const shopClientd00aae6b = userPool.addClient('ShopClientd00aae6b', {
      userPoolClientName: `${stage}-Shop`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { implicitCodeGrant: true },
        scopes: [
          cognito.OAuthScope.OPENID,
          ordersV2ReadOAuthScope,
          writeOAuthScope,
        ],
        callbackUrls: [
          'https://app.example.com/callback',
          'http://127.0.0.1:3000/cb',
          'com.example.shop:/cb',
        ],
        defaultRedirectUri: 'com.example.shop:/cb',
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'ShopClientd00aae6bBranding', {
      userPoolId: userPool.userPoolId,
      clientId: shopClientd00aae6b.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const sHopClienteb5cc937 = userPool.addClient('SHopClienteb5cc937', {
      userPoolClientName: `${stage}-s-hop`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      accessTokenValidity: cdk.Duration.minutes(90),
      idTokenValidity: cdk.Duration.minutes(1440),
      refreshTokenValidity: cdk.Duration.days(3650),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [
          cognito.OAuthScope.OPENID,
          ordersb7e8acddReadOAuthScope,
        ],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'SHopClienteb5cc937Branding', {
      userPoolId: userPool.userPoolId,
      clientId: sHopClienteb5cc937.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const robotClient = userPool.addClient('RobotClient', {
      userPoolClientName: `${stage}-robot`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [
          ordersReadOAuthScope,
          writeOAuthScope,
          ordersb7e8acddReadOAuthScope,
        ],
      },
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage}-shop`,
    });
    // With the pool's issuer: HttpUserPoolAuthorizer would write it for one partition only.
    const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
      authorizerName: `${stage}-cognito`,
      // Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.
      jwtAudience: [
        shopClient.userPoolClientId,
        shopClientd00aae6b.userPoolClientId,
        sHopClienteb5cc937.userPoolClientId,
        robotClient.userPoolClientId,
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

    const binOrdersFunction = new lambda.Function(this, 'BinOrdersFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.handler',
      code,
      role: functionRole,
    });
    const binOrdersIntegration = new HttpLambdaIntegration(
      'BinOrdersFunctionIntegration',
      binOrdersFunction,
      onePermission,
    );

    const binMeFunction = new lambda.Function(this, 'BinMeFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/me.handler',
      code,
      role: functionRole,
    });
    const binMeIntegration = new HttpLambdaIntegration(
      'BinMeFunctionIntegration',
      binMeFunction,
      onePermission,
    );

    // The route requires an access token with at least one of these scopes. Without scopes it would accept every
    // token of the clients above, including ID tokens.
    api.addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binOrdersIntegration,
      authorizer,
      authorizationScopes: [
        ordersReadOAuthScope.scopeName,
        ordersb7e8acddReadOAuthScope.scopeName,
      ],
    });

    api.addRoutes({
      path: '/orders/{id}',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binOrdersIntegration,
      authorizer,
      authorizationScopes: [ordersV2ReadOAuthScope.scopeName],
    });

    api.addRoutes({
      path: '/orders/{orderId}',
      methods: [apigatewayv2.HttpMethod.PUT],
      integration: binOrdersIntegration,
      authorizer,
      authorizationScopes: [writeOAuthScope.scopeName],
    });

    api.addRoutes({
      path: '/me',
      methods: [apigatewayv2.HttpMethod.DELETE],
      integration: binMeIntegration,
      authorizer,
      authorizationScopes: [cognito.OAuthScope.COGNITO_ADMIN.scopeName],
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
    new cdk.CfnOutput(this, 'ShopClientId', {
      value: shopClient.userPoolClientId,
      description: 'Client ID of shop',
    });
    new cdk.CfnOutput(this, 'ShopClientd00aae6bId', {
      value: shopClientd00aae6b.userPoolClientId,
      description: 'Client ID of Shop',
    });
    new cdk.CfnOutput(this, 'SHopClienteb5cc937Id', {
      value: sHopClienteb5cc937.userPoolClientId,
      description: 'Client ID of s-hop',
    });
    new cdk.CfnOutput(this, 'RobotClientId', {
      value: robotClient.userPoolClientId,
      description: 'Client ID of robot',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: api.apiEndpoint,
      description: 'Base URL of the API',
    });
  }
}
