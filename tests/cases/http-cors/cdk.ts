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
  /** Goes in front of every name, so that stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack makes its own user pool. */
  readonly userPoolId?: string;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: OrdersStackProps) {
    const stage = props?.stage ?? 'prod';
    super(scope, id, { ...props, stackName: props?.stackName ?? `orders-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-orders-users`,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Users are created by an administrator.
      selfSignUpEnabled: false,
      // Users and their subjects cannot be made again: the pool outlives its stack.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-orders-demo` },
      // It shows a page only to clients that have a branding.
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
    // By their full name, with the identifier and a slash in front: clients, tokens and methods know no other.
    // It refers to the resource server, so whatever uses it is created after the scopes exist.
    const readOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, readScope);
    const writeOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, writeScope);

    const webClient = userPool.addClient('WebClient', {
      userPoolClientName: `${stage}-web`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would do without the resource server, and the client could be created before its
        // scopes: ScopeDoesNotExistException.
        scopes: [
          cognito.OAuthScope.OPENID,
          readOAuthScope,
          writeOAuthScope,
        ],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without it managed login says "Login pages unavailable" to this client.
    new cognito.CfnManagedLoginBranding(this, 'WebClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: webClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const robotClient = userPool.addClient('RobotClient', {
      userPoolClientName: `${stage}-robot`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [readOAuthScope],
      },
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage}-orders`,
      corsPreflight: {
        allowOrigins: [
          'https://app.example.com',
          'http://localhost:3000',
        ],
        allowHeaders: ['authorization', 'content-type'],
        allowMethods: [apigatewayv2.CorsHttpMethod.ANY],
      },
    });
    // By the issuer of the pool, which HttpUserPoolAuthorizer would spell by itself, for one partition only.
    const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
      authorizerName: `${stage}-cognito`,
      // An access token has no aud, so API Gateway looks for its client_id here: every client is listed.
      jwtAudience: [
        webClient.userPoolClientId,
        robotClient.userPoolClientId,
      ],
    });

    // One role for all, as they only write their logs: a stack may have 500 resources.
    const functionRole = new iam.Role(this, 'FunctionRole', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'),
      ],
    });
    const code = lambda.Code.fromAsset(path.join(__dirname, '..'), {
      // Where the handlers are and nothing else, so that no other change deploys the functions again.
      exclude: ['/*', '!/bin', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission for each function, in place of one for each route.
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

    // Public.
    api.addRoutes({
      path: '/',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binRootIntegration,
    });

    // With scopes the route wants an access token that carries any one of them; without them it would let in every
    // token of the clients above, ID tokens too.
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
    // Browsers send no token with a preflight, and ANY would hand it to the authorizer: 401.
    api.addRoutes({
      path: '/orders/{id}',
      methods: [apigatewayv2.HttpMethod.OPTIONS],
      integration: binOrdersOneIntegration,
    });

    // An ID token has no scopes, so there are none to ask for: every token of the clients above is let in, because
    // a JWT authorizer does not tell an ID token from an access token.
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
    // Browsers send no token with a preflight, and ANY would hand it to the authorizer: 401.
    api.addRoutes({
      path: '/files/{proxy+}',
      methods: [apigatewayv2.HttpMethod.OPTIONS],
      integration: binFilesIntegration,
    });

    api.addRoutes({
      path: '/files/{proxy+}',
      methods: [apigatewayv2.HttpMethod.HEAD],
      integration: binFilesIntegration,
    });

    new cdk.CfnOutput(this, 'UserPoolId', {
      value: userPool.userPoolId,
      description: 'The user pool',
    });
    new cdk.CfnOutput(this, 'Issuer', {
      value: issuer,
      description: 'The iss claim of its tokens',
    });
    new cdk.CfnOutput(this, 'JwksUrl', {
      value: `${issuer}/.well-known/jwks.json`,
      description: 'The public keys that verify its tokens',
    });
    new cdk.CfnOutput(this, 'AuthorizeUrl', {
      value: `${userPoolDomain.baseUrl()}/oauth2/authorize`,
      description: 'Where users sign in',
    });
    new cdk.CfnOutput(this, 'TokenUrl', {
      value: `${userPoolDomain.baseUrl()}/oauth2/token`,
      description: 'Where clients get tokens',
    });
    new cdk.CfnOutput(this, 'WebClientId', {
      value: webClient.userPoolClientId,
      description: 'The client id of web',
    });
    new cdk.CfnOutput(this, 'RobotClientId', {
      value: robotClient.userPoolClientId,
      description: 'The client id of robot',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: api.apiEndpoint,
      description: 'The API; the paths of the endpoints follow',
    });
  }
}
