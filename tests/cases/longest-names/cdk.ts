import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface SLongLongLongLongLongLongLongLongLongLongLongLongZStackProps extends cdk.StackProps {
  /** Goes in front of every name, so that stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack makes its own user pool. */
  readonly userPoolId?: string;
}

export class SLongLongLongLongLongLongLongLongLongLongLongLongZStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: SLongLongLongLongLongLongLongLongLongLongLongLongZStackProps) {
    const stage = props?.stage ?? 'stagestagestagestagestagestagest';
    super(scope, id, { ...props, stackName: props?.stackName ?? `s-long-long-long-long-long-long-long-long-long-long-long-long-z-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-Pool name Pool name Pool name Pool name Pool name Pool name Pool name Pool name Pool name Pool `,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Users are created by an administrator.
      selfSignUpEnabled: false,
      // Users and their subjects cannot be made again: the pool outlives its stack.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-prefixprefixprefixprefixprefix` },
      // It shows a page only to clients that have a branding.
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
    const nameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNamResourceServer = userPool.addResourceServer('NameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNamResourceServer', {
      identifier: 'https://api.example.com/https://api.example.com/https://api.example.com/https://api.example.com/https://api.example.com/https://api.example.com/https:',
      userPoolResourceServerName: 'Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server Name of a server N',
      scopes: [
        scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoScope,
        bScope,
      ],
    });
    // By their full name, with the identifier and a slash in front: clients, tokens and methods know no other.
    // It refers to the resource server, so whatever uses it is created after the scopes exist.
    const scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoOAuthScope = cognito.OAuthScope.resourceServer(nameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNamResourceServer, scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoScope);
    const bOAuthScope = cognito.OAuthScope.resourceServer(nameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNameOfAServerNamResourceServer, bScope);

    const clientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient = userPool.addClient('ClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient', {
      userPoolClientName: `${stage}-Client name Client name Client name Client name Client name Client name Client name Client name`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would do without the resource server, and the client could be created before its
        // scopes: ScopeDoesNotExistException.
        scopes: [scopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScopeScoOAuthScope],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without it managed login says "Login pages unavailable" to this client.
    new cognito.CfnManagedLoginBranding(this, 'ClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: clientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    // It deploys itself when all its methods are there, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-Api name Api name Api name Api name Api name Api name Api name Api name Api name Api name Api n`,
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      deployOptions: { stageName: stage },
      // That role is one for the whole account: not this stack's to set.
      cloudWatchRole: false,
    });
    // A TokenAuthorizer or RequestAuthorizer would be a Lambda function, which knows nothing of scopes.
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      authorizerName: `${stage}-cognito`,
      cognitoUserPools: [userPool],
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
      exclude: ['/*', '!/eep', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission for each function, in place of two for each method.
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
    // With scopes the method wants an access token that carries any one of them; without them it would want an
    // ID token, and answer 401 to every access token. Scopes without an authorizer would leave it public.
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
    new cdk.CfnOutput(this, 'ClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClientId', {
      value: clientNameClientNameClientNameClientNameClientNameClientNameClientNameClientNameClient.userPoolClientId,
      description: 'The client id of Client name Client name Client name Client name Client name Client name Client name Client name',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'The API; the paths of the endpoints follow',
    });
  }
}
