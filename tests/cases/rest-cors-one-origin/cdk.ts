import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
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
    const stage = props?.stage ?? 'dev';
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

    // It deploys itself when all its methods are there, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-orders`,
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
    const cors: apigateway.CorsOptions = {
      allowOrigins: ['https://app.example.com'],
      allowHeaders: ['Authorization', 'Content-Type'],
    };
    // API Gateway's own answers: without a CORS header a 401 reads as a network error in the browser.
    const corsHeaders = {
      'Access-Control-Allow-Origin': "'https://app.example.com'",
    };
    api.addGatewayResponse('Default4xx', { type: apigateway.ResponseType.DEFAULT_4XX, responseHeaders: corsHeaders });
    api.addGatewayResponse('Default5xx', { type: apigateway.ResponseType.DEFAULT_5XX, responseHeaders: corsHeaders });

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
    // One permission for each function, in place of two for each method.
    const onePermission = { scopePermissionToMethod: false };

    const binOrdersListFunction = new lambda.Function(this, 'BinOrdersListFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.list',
      code,
      role: functionRole,
    });
    const binOrdersListIntegration = new apigateway.LambdaIntegration(binOrdersListFunction, onePermission);

    const binOrdersOneFunction = new lambda.Function(this, 'BinOrdersOneFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.one',
      code,
      role: functionRole,
    });
    const binOrdersOneIntegration = new apigateway.LambdaIntegration(binOrdersOneFunction, onePermission);

    const ordersResource = api.root.addResource('orders');
    // Without an authorizer: browsers send no token with a preflight.
    ordersResource.addCorsPreflight({ ...cors, allowMethods: ['GET', 'OPTIONS'] });
    // With scopes the method wants an access token that carries any one of them; without them it would want an
    // ID token, and answer 401 to every access token. Scopes without an authorizer would leave it public.
    ordersResource.addMethod('GET', binOrdersListIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [readOAuthScope.scopeName],
    });

    const ordersIdResource = ordersResource.addResource('{id}');
    ordersIdResource.addCorsPreflight(cors);
    ordersIdResource.addMethod('ANY', binOrdersOneIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [
        readOAuthScope.scopeName,
        writeOAuthScope.scopeName,
      ],
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
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'The API; the paths of the endpoints follow',
    });
  }
}
