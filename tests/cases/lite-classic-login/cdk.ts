import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface SmallStackProps extends cdk.StackProps {
  /** Goes in front of every name, so that stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack makes its own user pool. */
  readonly userPoolId?: string;
}

export class SmallStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: SmallStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `small-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-small-users`,
      featurePlan: cognito.FeaturePlan.LITE,
      // Users are created by an administrator.
      selfSignUpEnabled: false,
      // Users and their subjects cannot be made again: the pool outlives its stack.
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
    // By their full name, with the identifier and a slash in front: clients, tokens and methods know no other.
    // It refers to the resource server, so whatever uses it is created after the scopes exist.
    const useOAuthScope = cognito.OAuthScope.resourceServer(smallResourceServer, useScope);

    const appClient = userPool.addClient('AppClient', {
      userPoolClientName: `${stage}-app`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { implicitCodeGrant: true },
        // OAuthScope.custom('…') would do without the resource server, and the client could be created before its
        // scopes: ScopeDoesNotExistException.
        scopes: [useOAuthScope],
        callbackUrls: [
          'http://localhost:3000/cb',
          'http://[::1]:3000/cb',
        ],
      },
    });

    // It deploys itself when all its methods are there, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-small`,
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
      exclude: ['/*', '!/index.*js', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission for each function, in place of two for each method.
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
    // With scopes the method wants an access token that carries any one of them; without them it would want an
    // ID token, and answer 401 to every access token. Scopes without an authorizer would leave it public.
    useResource.addMethod('POST', indexUseIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [useOAuthScope.scopeName],
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
    new cdk.CfnOutput(this, 'AppClientId', {
      value: appClient.userPoolClientId,
      description: 'The client id of app',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'The API; the paths of the endpoints follow',
    });
  }
}
