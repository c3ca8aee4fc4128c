import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface NotesStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class NotesStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: NotesStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `notes-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-notes-users`,
      featurePlan: cognito.FeaturePlan.PLUS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      signInAliases: { phone: true },
      // Text messages require a role. Without one, phone numbers are not verified.
      enableSmsRole: false,
      autoVerify: { email: false, phone: false },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-notes-demo` },
      managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    const issuer = userPool.userPoolProviderUrl;

    const readScope = new cognito.ResourceServerScope({
      scopeName: 'read',
      scopeDescription: 'Read notes',
    });
    const notesResourceServer = userPool.addResourceServer('NotesResourceServer', {
      identifier: 'notes',
      userPoolResourceServerName: 'Notes',
      scopes: [readScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const readOAuthScope = cognito.OAuthScope.resourceServer(notesResourceServer, readScope);

    const webClient = userPool.addClient('WebClient', {
      userPoolClientName: `${stage}-web`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      accessTokenValidity: cdk.Duration.minutes(15),
      idTokenValidity: cdk.Duration.minutes(15),
      refreshTokenValidity: cdk.Duration.days(7),
      authFlows: { userSrp: true },
      refreshTokenRotationGracePeriod: cdk.Duration.seconds(0),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [
          cognito.OAuthScope.OPENID,
          readOAuthScope,
        ],
        callbackUrls: ['https://notes.example.com/callback'],
      },
    });

    const nightlyClient = userPool.addClient('NightlyClient', {
      userPoolClientName: `${stage}-nightly`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [readOAuthScope],
      },
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage}-notes`,
      corsPreflight: {
        allowOrigins: ['https://notes.example.com'],
        allowHeaders: ['authorization', 'content-type'],
        allowMethods: [apigatewayv2.CorsHttpMethod.ANY],
      },
    });
    // With the pool's issuer: HttpUserPoolAuthorizer would write it for one partition only.
    const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
      authorizerName: `${stage}-cognito`,
      // Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.
      jwtAudience: [
        webClient.userPoolClientId,
        nightlyClient.userPoolClientId,
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
      exclude: ['/*', '!/pre-token-generation.*js', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission per function instead of one per route.
    const onePermission = { scopePermissionToRoute: false };

    const preTokenGenerationFunction = new lambda.Function(this, 'PreTokenGenerationFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'pre-token-generation.handler',
      code,
      role: functionRole,
    });
    const preTokenGenerationIntegration = new HttpLambdaIntegration(
      'PreTokenGenerationFunctionIntegration',
      preTokenGenerationFunction,
      onePermission,
    );

    const preTokenGenerationOneFunction = new lambda.Function(this, 'PreTokenGenerationOneFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'pre-token-generation.one',
      code,
      role: functionRole,
    });
    const preTokenGenerationOneIntegration = new HttpLambdaIntegration(
      'PreTokenGenerationOneFunctionIntegration',
      preTokenGenerationOneFunction,
      onePermission,
    );

    const preTokenGenerationFunctionf57b3ae6 = new lambda.Function(this, 'PreTokenGenerationFunctionf57b3ae6', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'pre-token-generation.handler',
      code,
      role: functionRole,
    });
    userPool.addTrigger(
      cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      preTokenGenerationFunctionf57b3ae6,
      cognito.LambdaVersion.V3_0,
    );

    // The route requires an access token with at least one of these scopes. Without scopes it would accept every
    // token of the clients above, including ID tokens.
    api.addRoutes({
      path: '/notes',
      methods: [apigatewayv2.HttpMethod.GET],
      integration: preTokenGenerationIntegration,
      authorizer,
      authorizationScopes: [readOAuthScope.scopeName],
    });

    api.addRoutes({
      path: '/notes/{id}',
      methods: [apigatewayv2.HttpMethod.ANY],
      integration: preTokenGenerationOneIntegration,
      authorizer,
      authorizationScopes: [readOAuthScope.scopeName],
    });
    // Browsers send preflight requests without a token, so the authorizer of ANY would answer them with 401.
    api.addRoutes({
      path: '/notes/{id}',
      methods: [apigatewayv2.HttpMethod.OPTIONS],
      integration: preTokenGenerationOneIntegration,
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
    new cdk.CfnOutput(this, 'NightlyClientId', {
      value: nightlyClient.userPoolClientId,
      description: 'Client ID of nightly',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: api.apiEndpoint,
      description: 'Base URL of the API',
    });
  }
}
