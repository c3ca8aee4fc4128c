import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface YesStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class YesStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: YesStackProps) {
    const stage = props?.stage ?? '012';
    super(scope, id, { ...props, stackName: props?.stackName ?? `yes-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-=@yes, -+.`,
      featurePlan: cognito.FeaturePlan.PLUS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-1e3` },
      // Requires a branding style for each client.
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const issuer = userPool.userPoolProviderUrl;

    const yesScope = new cognito.ResourceServerScope({
      scopeName: 'yes',
      scopeDescription: '`*/ // <!-- "\' \\ {{x}} #{y} $x',
    });
    const custom012Scope = new cognito.ResourceServerScope({
      scopeName: '012',
      scopeDescription: ' leading and trailing ',
    });
    const custom1230Scope = new cognito.ResourceServerScope({
      scopeName: '12:30',
      scopeDescription: 'line\u2028separator\u2029paragraph',
    });
    const cScope = new cognito.ResourceServerScope({
      scopeName: '#c',
      scopeDescription: 'a: b #c',
    });
    const itSScope = new cognito.ResourceServerScope({
      scopeName: "it's",
      scopeDescription: '😀 日本語 Ünïcödé \u202e',
    });
    const refXCResourceServer = userPool.addResourceServer('RefXCResourceServer', {
      identifier: "!Ref`x`'*/#c",
      userPoolResourceServerName: '- a @ =',
      scopes: [yesScope, custom012Scope, custom1230Scope, cScope, itSScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const yesOAuthScope = cognito.OAuthScope.resourceServer(refXCResourceServer, yesScope);
    const custom012OAuthScope = cognito.OAuthScope.resourceServer(refXCResourceServer, custom012Scope);
    const custom1230OAuthScope = cognito.OAuthScope.resourceServer(refXCResourceServer, custom1230Scope);
    const cOAuthScope = cognito.OAuthScope.resourceServer(refXCResourceServer, cScope);
    const itSOAuthScope = cognito.OAuthScope.resourceServer(refXCResourceServer, itSScope);

    const refXScope = new cognito.ResourceServerScope({
      scopeName: '!Ref-x',
      scopeDescription: '!Sub a',
    });
    const nullScope = new cognito.ResourceServerScope({
      scopeName: 'null',
      scopeDescription: '~',
    });
    const trueScope = new cognito.ResourceServerScope({
      scopeName: 'true',
      scopeDescription: 'yes',
    });
    const httpsApiExampleComV1CustomScope = new cognito.ResourceServerScope({
      scopeName: '*',
      scopeDescription: '*',
    });
    const httpsApiExampleComV1AScope = new cognito.ResourceServerScope({
      scopeName: '@a',
      scopeDescription: '%a',
    });
    const custom65c10a4eScope = new cognito.ResourceServerScope({
      scopeName: '&a',
      scopeDescription: ' \ufeff',
    });
    const customb3b5d3c1Scope = new cognito.ResourceServerScope({
      scopeName: '{a}',
      scopeDescription: '%{a} 100%',
    });
    const custom5d070600Scope = new cognito.ResourceServerScope({
      scopeName: '[a]',
      scopeDescription: '[a] é',
    });
    const customcecf9b88Scope = new cognito.ResourceServerScope({
      scopeName: '`',
      scopeDescription: '`',
    });
    const httpsApiExampleComV1ResourceServer = userPool.addResourceServer('HttpsApiExampleComV1ResourceServer', {
      identifier: 'https://api.example.com/v1',
      userPoolResourceServerName: 'null',
      scopes: [
        refXScope,
        nullScope,
        trueScope,
        httpsApiExampleComV1CustomScope,
        httpsApiExampleComV1AScope,
        custom65c10a4eScope,
        customb3b5d3c1Scope,
        custom5d070600Scope,
        customcecf9b88Scope,
      ],
    });
    const refXOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, refXScope);
    const nullOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, nullScope);
    const trueOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, trueScope);
    const httpsApiExampleComV1CustomOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, httpsApiExampleComV1CustomScope);
    const httpsApiExampleComV1AOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, httpsApiExampleComV1AScope);
    const custom65c10a4eOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, custom65c10a4eScope);
    const customb3b5d3c1OAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, customb3b5d3c1Scope);
    const custom5d070600OAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, custom5d070600Scope);
    const customcecf9b88OAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComV1ResourceServer, customcecf9b88Scope);

    const custom1e3Scope = new cognito.ResourceServerScope({
      scopeName: '1e3',
      scopeDescription: '1e3',
    });
    const resourceServer012ResourceServer = userPool.addResourceServer('ResourceServer012ResourceServer', {
      identifier: '012',
      userPoolResourceServerName: '012',
      scopes: [custom1e3Scope],
    });
    const custom1e3OAuthScope = cognito.OAuthScope.resourceServer(resourceServer012ResourceServer, custom1e3Scope);

    const trueClient = userPool.addClient('TrueClient', {
      userPoolClientName: `${stage}-true`,
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
          yesOAuthScope,
          custom012OAuthScope,
          custom1230OAuthScope,
          cOAuthScope,
          itSOAuthScope,
          custom1e3OAuthScope,
        ],
        callbackUrls: [
          'https://app.example.com/it\'s/`x`/*/a//b?q="x"|y^z',
          'exampleapp://x/€/½/＋',
          'https://bücher.example/日本語?$x={y}',
        ],
        defaultRedirectUri: 'exampleapp://x/€/½/＋',
        logoutUrls: ['com.example.app://cb?x=!Ref&y=*/'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'TrueClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: trueClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const aClient = userPool.addClient('AClient', {
      userPoolClientName: `${stage}-- @a`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [
          refXOAuthScope,
          httpsApiExampleComV1CustomOAuthScope,
          custom65c10a4eOAuthScope,
          customb3b5d3c1OAuthScope,
          custom5d070600OAuthScope,
          customcecf9b88OAuthScope,
        ],
      },
    });

    const constructorClient = userPool.addClient('ConstructorClient', {
      userPoolClientName: `${stage}-constructor`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { implicitCodeGrant: true },
        scopes: [
          nullOAuthScope,
          trueOAuthScope,
        ],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'ConstructorClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: constructorClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage}-= yes c`,
    });
    // With the pool's issuer: HttpUserPoolAuthorizer would write it for one partition only.
    const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
      authorizerName: `${stage}-cognito`,
      // Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.
      jwtAudience: [
        trueClient.userPoolClientId,
        aClient.userPoolClientId,
        constructorClient.userPoolClientId,
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
      exclude: ['/*', '!/bin', '!/012.*js', '!/true.*js', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission per function instead of one per route.
    const onePermission = { scopePermissionToRoute: false };

    const binYesNoFunction = new lambda.Function(this, 'BinYesNoFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/yes.no',
      code,
      role: functionRole,
    });
    const binYesNoIntegration = new HttpLambdaIntegration(
      'BinYesNoFunctionIntegration',
      binYesNoFunction,
      onePermission,
    );

    const binClassDefaultFunction = new lambda.Function(this, 'BinClassDefaultFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/class.default',
      code,
      role: functionRole,
    });
    const binClassDefaultIntegration = new HttpLambdaIntegration(
      'BinClassDefaultFunctionIntegration',
      binClassDefaultFunction,
      onePermission,
    );

    const binProtoConstructorFunction = new lambda.Function(this, 'BinProtoConstructorFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/__proto__.constructor',
      code,
      role: functionRole,
    });
    const binProtoConstructorIntegration = new HttpLambdaIntegration(
      'BinProtoConstructorFunctionIntegration',
      binProtoConstructorFunction,
      onePermission,
    );

    const function012Function = new lambda.Function(this, 'Function012Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: '012.$',
      code,
      role: functionRole,
    });
    const function012Integration = new HttpLambdaIntegration(
      'Function012FunctionIntegration',
      function012Function,
      onePermission,
    );

    const trueFunction = new lambda.Function(this, 'TrueFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'true.handler',
      code,
      role: functionRole,
    });
    const trueIntegration = new HttpLambdaIntegration(
      'TrueFunctionIntegration',
      trueFunction,
      onePermission,
    );

    // The route requires an access token with at least one of these scopes. Without scopes it would accept every
    // token of the clients above, including ID tokens.
    api.addRoutes({
      path: '/yes',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binYesNoIntegration,
      authorizer,
      authorizationScopes: [
        yesOAuthScope.scopeName,
        custom1230OAuthScope.scopeName,
      ],
    });

    api.addRoutes({
      path: '/012/1e3',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: binClassDefaultIntegration,
      authorizer,
      authorizationScopes: [
        custom1e3OAuthScope.scopeName,
        customb3b5d3c1OAuthScope.scopeName,
      ],
    });

    api.addRoutes({
      path: '/null/{class}',
      methods: [apigatewayv2.HttpMethod.POST],
      integration: binProtoConstructorIntegration,
      authorizer,
      authorizationScopes: [
        itSOAuthScope.scopeName,
        customcecf9b88OAuthScope.scopeName,
      ],
    });

    api.addRoutes({
      path: '/$metadata/a:b/x.json',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: function012Integration,
      authorizer,
      authorizationScopes: [httpsApiExampleComV1CustomOAuthScope.scopeName],
    });

    api.addRoutes({
      path: '/constructor',
      methods: [apigatewayv2.HttpMethod.PUT],
      integration: trueIntegration,
      authorizer,
      authorizationScopes: [
        custom65c10a4eOAuthScope.scopeName,
        httpsApiExampleComV1AOAuthScope.scopeName,
      ],
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
    new cdk.CfnOutput(this, 'TrueClientId', {
      value: trueClient.userPoolClientId,
      description: 'Client ID of true',
    });
    new cdk.CfnOutput(this, 'AClientId', {
      value: aClient.userPoolClientId,
      description: 'Client ID of - @a',
    });
    new cdk.CfnOutput(this, 'ConstructorClientId', {
      value: constructorClient.userPoolClientId,
      description: 'Client ID of constructor',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: api.apiEndpoint,
      description: 'Base URL of the API',
    });
  }
}
