import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface SignedStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class SignedStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: SignedStackProps) {
    const stage = props?.stage ?? 'dev';
    super(scope, id, { ...props, stackName: props?.stackName ?? `signed-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-orders-users`,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-orders-demo` },
      // Requires a branding style for each client.
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
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const readOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, readScope);
    const writeOAuthScope = cognito.OAuthScope.resourceServer(ordersResourceServer, writeScope);

    userPool.addResourceServer('HttpsMcpExampleComResourceServer', {
      identifier: 'https://mcp.example.com',
      userPoolResourceServerName: 'MCP',
    });

    const webClient = userPool.addClient('WebClient', {
      userPoolClientName: `${stage}-web`,
      generateSecret: false,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [
          cognito.OAuthScope.OPENID,
          readOAuthScope,
          writeOAuthScope,
        ],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    // Without a branding style, managed login answers "Login pages unavailable" for this client.
    new cognito.CfnManagedLoginBranding(this, 'WebClientBranding', {
      userPoolId: userPool.userPoolId,
      clientId: webClient.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    // Deployed after all methods exist, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-orders`,
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
    const cors: apigateway.CorsOptions = {
      allowOrigins: [
        'https://app.example.com',
        'https://www.example.com:8443',
        'http://localhost:3000',
      ],
      allowHeaders: ['Authorization', 'Content-Type'],
    };
    // Error responses of API Gateway: without a CORS header, browsers report a 401 as a network error.
    const corsHeaders = {
      'Access-Control-Allow-Origin': "'*'",
    };
    api.addGatewayResponse('Default4xx', { type: apigateway.ResponseType.DEFAULT_4XX, responseHeaders: corsHeaders });
    api.addGatewayResponse('Default5xx', { type: apigateway.ResponseType.DEFAULT_5XX, responseHeaders: corsHeaders });

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
    // One permission per function instead of two per method.
    const onePermission = { scopePermissionToMethod: false };

    const binOrdersListFunction = new lambda.Function(this, 'BinOrdersListFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.list',
      code,
      role: functionRole,
    });
    const binOrdersListIntegration = new apigateway.LambdaIntegration(binOrdersListFunction, onePermission);

    const binOrdersCreateFunction = new lambda.Function(this, 'BinOrdersCreateFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.create',
      code,
      role: functionRole,
    });
    const binOrdersCreateIntegration = new apigateway.LambdaIntegration(binOrdersCreateFunction, onePermission);

    const binOrdersOneFunction = new lambda.Function(this, 'BinOrdersOneFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/orders.one',
      code,
      role: functionRole,
    });
    const binOrdersOneIntegration = new apigateway.LambdaIntegration(binOrdersOneFunction, onePermission);

    const binHealthFunction = new lambda.Function(this, 'BinHealthFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'bin/health.handler',
      code,
      role: functionRole,
    });
    const binHealthIntegration = new apigateway.LambdaIntegration(binHealthFunction, onePermission);

    const ordersResource = api.root.addResource('orders');
    // Without an authorizer: browsers send preflight requests without a token.
    ordersResource.addCorsPreflight({ ...cors, allowMethods: ['GET', 'POST', 'OPTIONS'] });
    // The method requires an access token with at least one of these scopes. Without scopes it would require an ID
    // token and answer 401 to every access token. Scopes without an authorizer would leave it public.
    ordersResource.addMethod('GET', binOrdersListIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [readOAuthScope.scopeName],
    });

    // Requests must be signed with AWS credentials that allow execute-api:Invoke. No token gives access here: the
    // authorizer is not asked.
    ordersResource.addMethod('POST', binOrdersCreateIntegration, {
      authorizationType: apigateway.AuthorizationType.IAM,
    });

    const ordersIdResource = ordersResource.addResource('{id}');
    ordersIdResource.addCorsPreflight(cors);
    ordersIdResource.addMethod('ANY', binOrdersOneIntegration, {
      authorizationType: apigateway.AuthorizationType.IAM,
    });

    const healthResource = api.root.addResource('health');
    healthResource.addCorsPreflight({ ...cors, allowMethods: ['GET', 'OPTIONS'] });
    // Public.
    healthResource.addMethod('GET', binHealthIntegration, {
      authorizationType: apigateway.AuthorizationType.NONE,
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
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'Base URL of the API',
    });
  }
}
