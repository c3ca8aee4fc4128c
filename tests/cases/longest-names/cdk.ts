import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface SLongLongLongLongLongLongLongLongLongLongLongLongZStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class SLongLongLongLongLongLongLongLongLongLongLongLongZStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: SLongLongLongLongLongLongLongLongLongLongLongLongZStackProps) {
    const stage = props?.stage ?? 'stagestagestagestagestagestagest';
    super(scope, id, { ...props, stackName: props?.stackName ?? `s-long-long-long-long-long-long-long-long-long-long-long-long-z-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-Pool name Pool name Pool name Pool name Pool name Pool name Pool name Pool name Pool name Pool `,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-prefixprefixprefixprefixprefix` },
      // Requires a branding style for each client.
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const issuer = userPool.userPoolProviderUrl;

    const scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoScope = new cognito.ResourceServerScope({
      scopeName: 'scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.scope.sco',
      scopeDescription: 'Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. Said at length. ',
    });
    const bScope = new cognito.ResourceServerScope({
      scopeName: 'b',
      scopeDescription: 'b',
    });
    const httpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsResourceServer = userPool.addResourceServer('HttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsResourceServer', {
      identifier: 'https://api.example.com/https://api.example.com/https://api.example.com/https://api.example.com/https://api.example.com/https://api.example.com/https:',
      userPoolResourceServerName: 'Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server N',
      scopes: [
        scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoScope,
        bScope,
      ],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsResourceServer, scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoScope);
    const bOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsApiExampleComHttpsResourceServer, bScope);

    const clientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient = userPool.addClient('ClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient', {
      userPoolClientName: `${stage}-Client name Client name Client name Client name Client name Client name Client name Client name`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoOAuthScope],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'ClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: clientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    // Deployed after all methods exist, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-Api name Api name Api name Api name Api name Api name Api name Api name Api name Api name Api n`,
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
      exclude: ['/*', '!/eep', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission per function instead of two per method.
    const onePermission = { scopePermissionToMethod: false };

    const eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepXFunction = new lambda.Function(this, 'EepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepXFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'eep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/x.handler',
      code,
      role: functionRole,
    });
    const eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepXIntegration = new apigateway.LambdaIntegration(eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepXFunction, onePermission);

    const eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepYFunction = new lambda.Function(this, 'EepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepYFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'eep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/deep/y.handler',
      code,
      role: functionRole,
    });
    const eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepYIntegration = new apigateway.LambdaIntegration(eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepYFunction, onePermission);

    const segmentsegmentsegmentsegmentsegmentsegmentsegmentsegmentsegmResource = api.root.addResource('segmentsegmentsegmentsegmentsegmentsegmentsegmentsegmentsegm');
    const segmentsegmentsegmentsegmentsegmentsegmentsegmentsegmentsegmAnotheranotheranotheranotheranotheranotheranotheranotheranotResource = segmentsegmentsegmentsegmentsegmentsegmentsegmentsegmentsegmResource.addResource('anotheranotheranotheranotheranotheranotheranotheranotheranot');
    // The method requires an access token with at least one of these scopes. Without scopes it would require an ID
    // token and answer 401 to every access token. Scopes without an authorizer would leave it public.
    segmentsegmentsegmentsegmentsegmentsegmentsegmentsegmentsegmAnotheranotheranotheranotheranotheranotheranotheranotheranotResource.addMethod('GET', eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepXIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoOAuthScope.scopeName],
    });

    const bResource = api.root.addResource('b');
    bResource.addMethod('GET', eepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepDeepYIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [bOAuthScope.scopeName],
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
    new cdk.CfnOutput(this, 'ClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientId', {
      value: clientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient.userPoolClientId,
      description: 'Client ID of Client name Client name Client name Client name Client name Client name Client name Client name',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'Base URL of the API',
    });
  }
}
