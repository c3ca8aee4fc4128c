import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface SmallStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class SmallStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: SmallStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `small-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-small-users`,
      featurePlan: cognito.FeaturePlan.LITE,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-small-demo` },
      managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    const issuer = userPool.userPoolProviderUrl;

    const useScope = new cognito.ResourceServerScope({
      scopeName: 'use',
      scopeDescription: 'Use it',
    });
    const smallResourceServer = userPool.addResourceServer('SmallResourceServer', {
      identifier: 'small',
      userPoolResourceServerName: 'Small',
      scopes: [useScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const useOAuthScope = cognito.OAuthScope.resourceServer(smallResourceServer, useScope);

    const appClient = userPool.addClient('AppClient', {
      userPoolClientName: `${stage}-app`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { implicitCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [useOAuthScope],
        callbackUrls: [
          'http://localhost:3000/cb',
          'http://[::1]:3000/cb',
        ],
      },
    });

    // Deployed after all methods exist, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-small`,
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
      exclude: ['/*', '!/index.*js', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission per function instead of two per method.
    const onePermission = { scopePermissionToMethod: false };

    const indexUseFunction = new lambda.Function(this, 'IndexUseFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'index.use',
      code,
      role: functionRole,
    });
    const indexUseIntegration = new apigateway.LambdaIntegration(indexUseFunction, onePermission);

    const useResource = api.root.addResource('use');
    // The method requires an access token with at least one of these scopes. Without scopes it would require an ID
    // token and answer 401 to every access token. Scopes without an authorizer would leave it public.
    useResource.addMethod('POST', indexUseIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [useOAuthScope.scopeName],
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
    new cdk.CfnOutput(this, 'AppClientId', {
      value: appClient.userPoolClientId,
      description: 'Client ID of app',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'Base URL of the API',
    });
  }
}
