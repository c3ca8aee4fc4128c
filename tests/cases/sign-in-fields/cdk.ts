import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
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
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true, phone: true },
      // Text messages require a role. Without one, phone numbers are not verified.
      enableSmsRole: false,
      autoVerify: { email: true, phone: false },
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
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
      scopeName: 'orders.read',
      scopeDescription: 'Read orders',
    });
    const ordersWriteScope = new cognito.ResourceServerScope({
      scopeName: 'orders.write',
      scopeDescription: 'Change orders',
    });
    const httpsApiExampleComShopResourceServer = userPool.addResourceServer('HttpsApiExampleComShopResourceServer', {
      identifier: 'https://api.example.com/shop',
      userPoolResourceServerName: 'Shop API',
      scopes: [ordersReadScope, ordersWriteScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const ordersReadOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComShopResourceServer, ordersReadScope);
    const ordersWriteOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComShopResourceServer, ordersWriteScope);

    const webClient = userPool.addClient('WebClient', {
      userPoolClientName: `${stage}-web`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      authFlows: { userSrp: true, user: true },
      refreshTokenRotationGracePeriod: cdk.Duration.seconds(10),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [
          cognito.OAuthScope.OPENID,
          ordersReadOAuthScope,
        ],
        callbackUrls: ['https://shop.example.com/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'WebClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: webClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const backOfficeClient = userPool.addClient('BackOfficeClient', {
      userPoolClientName: `${stage}-back office`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      authFlows: { custom: true, adminUserPassword: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [
          cognito.OAuthScope.OPENID,
          ordersWriteOAuthScope,
        ],
        callbackUrls: ['http://localhost:3000/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'BackOfficeClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: backOfficeClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const kioskClient = userPool.addClient('KioskClient', {
      userPoolClientName: `${stage}-kiosk`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: ['shop-kiosk://signed-in'],
      },
    });
    // Set here, because authFlows of CDK cannot express exactly these flows.
    (kioskClient.node.defaultChild as cognito.CfnUserPoolClient).explicitAuthFlows = [
      'ALLOW_USER_PASSWORD_AUTH',
    ];
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'KioskClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: kioskClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const oldAppClient = userPool.addClient('OldAppClient', {
      userPoolClientName: `${stage}-old app`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: ['shop-app://signed-in'],
      },
    });
    // Set here, because authFlows of CDK cannot express exactly these flows.
    (oldAppClient.node.defaultChild as cognito.CfnUserPoolClient).explicitAuthFlows = [
      'ALLOW_REFRESH_TOKEN_AUTH',
    ];
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'OldAppClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: oldAppClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const plainClient = userPool.addClient('PlainClient', {
      userPoolClientName: `${stage}-plain`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: ['shop-plain://signed-in'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'PlainClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: plainClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    // Deployed after all methods exist, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-shop`,
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      deployOptions: { stageName: stage },
      // That role is shared by the whole account, so this stack does not set it.
      cloudWatchRole: false,
    });
    // A TokenAuthorizer or RequestAuthorizer would be a Lambda function, which does not check scopes.
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      authorizerName: `${stage}-cognito`,
      cognitoUserPools: [userPool],
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
      exclude: ['/*', '!/src', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission per function instead of two per method.
    const onePermission = { scopePermissionToMethod: false };

    const srcOrdersListFunction = new lambda.Function(this, 'SrcOrdersListFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'src/orders.list',
      code,
      role: functionRole,
    });
    const srcOrdersListIntegration = new apigateway.LambdaIntegration(srcOrdersListFunction, onePermission);

    const srcOrdersCreateFunction = new lambda.Function(this, 'SrcOrdersCreateFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'src/orders.create',
      code,
      role: functionRole,
    });
    const srcOrdersCreateIntegration = new apigateway.LambdaIntegration(srcOrdersCreateFunction, onePermission);

    const preTokenGenerationFunction = new lambda.Function(this, 'PreTokenGenerationFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'src/claims.handler',
      code,
      role: functionRole,
    });
    userPool.addTrigger(
      cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      preTokenGenerationFunction,
      cognito.LambdaVersion.V2_0,
    );

    const ordersResource = api.root.addResource('orders');
    // The method requires an access token with at least one of these scopes. Without scopes it would require an ID
    // token and answer 401 to every access token. Scopes without an authorizer would leave it public.
    ordersResource.addMethod('GET', srcOrdersListIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [ordersReadOAuthScope.scopeName],
    });

    ordersResource.addMethod('POST', srcOrdersCreateIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [ordersWriteOAuthScope.scopeName],
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
    new cdk.CfnOutput(this, 'BackOfficeClientId', {
      value: backOfficeClient.userPoolClientId,
      description: 'Client ID of back office',
    });
    new cdk.CfnOutput(this, 'KioskClientId', {
      value: kioskClient.userPoolClientId,
      description: 'Client ID of kiosk',
    });
    new cdk.CfnOutput(this, 'OldAppClientId', {
      value: oldAppClient.userPoolClientId,
      description: 'Client ID of old app',
    });
    new cdk.CfnOutput(this, 'PlainClientId', {
      value: plainClient.userPoolClientId,
      description: 'Client ID of plain',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'Base URL of the API',
    });
  }
}
