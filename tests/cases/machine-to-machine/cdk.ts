import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface BillingStackProps extends cdk.StackProps {
  /** Prefix for all resource names, so that several stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack creates its own user pool. */
  readonly userPoolId?: string;
}

export class BillingStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: BillingStackProps) {
    const stage = props?.stage ?? 'test';
    super(scope, id, { ...props, stackName: props?.stackName ?? `billing-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-billing-machines`,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Only administrators create users.
      selfSignUpEnabled: false,
      // Users cannot be recreated, so the pool is kept when the stack is deleted.
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    const userPoolDomain = userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stage}-billing-m2m` },
      managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    const issuer = userPool.userPoolProviderUrl;

    const invoicesReadScope = new cognito.ResourceServerScope({
      scopeName: 'invoices.read',
      scopeDescription: 'Read invoices',
    });
    const invoicesWriteScope = new cognito.ResourceServerScope({
      scopeName: 'invoices.write',
      scopeDescription: 'Write invoices',
    });
    const customScope = new cognito.ResourceServerScope({
      scopeName: '*',
      scopeDescription: 'Everything',
    });
    const httpsApiExampleComBillingResourceServer = userPool.addResourceServer('HttpsApiExampleComBillingResourceServer', {
      identifier: 'https://api.example.com/billing',
      userPoolResourceServerName: 'Billing API',
      scopes: [invoicesReadScope, invoicesWriteScope, customScope],
    });
    // Full scope names, identifier/name, as clients, tokens and methods use them. They refer to the resource
    // server, so whatever uses them is created after the scopes exist.
    const invoicesReadOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComBillingResourceServer, invoicesReadScope);
    const invoicesWriteOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComBillingResourceServer, invoicesWriteScope);
    const customOAuthScope = cognito.OAuthScope.resourceServer(httpsApiExampleComBillingResourceServer, customScope);

    const nightlyJobClient = userPool.addClient('NightlyJobClient', {
      userPoolClientName: `${stage}-nightly job`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      accessTokenValidity: cdk.Duration.minutes(5),
      idTokenValidity: cdk.Duration.minutes(5),
      refreshTokenValidity: cdk.Duration.days(1),
      oAuth: {
        flows: { clientCredentials: true },
        // OAuthScope.custom('…') would not refer to the resource server, so the client could be created before its
        // scopes exist: ScopeDoesNotExistException.
        scopes: [invoicesReadOAuthScope],
      },
    });

    const importerClient = userPool.addClient('ImporterClient', {
      userPoolClientName: `${stage}-importer`,
      generateSecret: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [
          invoicesWriteOAuthScope,
          customOAuthScope,
        ],
      },
    });

    // Deployed after all methods exist, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-billing`,
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

    const srcInvoicesListFunction = new lambda.Function(this, 'SrcInvoicesListFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'src/invoices.list',
      code,
      role: functionRole,
    });
    const srcInvoicesListIntegration = new apigateway.LambdaIntegration(srcInvoicesListFunction, onePermission);

    const srcInvoicesPutFunction = new lambda.Function(this, 'SrcInvoicesPutFunction', {
      runtime: lambda.Runtime.NODEJS_24_X,
      timeout: cdk.Duration.seconds(10),
      handler: 'src/invoices.put',
      code,
      role: functionRole,
    });
    const srcInvoicesPutIntegration = new apigateway.LambdaIntegration(srcInvoicesPutFunction, onePermission);

    const invoicesResource = api.root.addResource('invoices');
    // The method requires an access token with at least one of these scopes. Without scopes it would require an ID
    // token and answer 401 to every access token. Scopes without an authorizer would leave it public.
    invoicesResource.addMethod('GET', srcInvoicesListIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [
        invoicesReadOAuthScope.scopeName,
        customOAuthScope.scopeName,
      ],
    });

    const invoicesIdResource = invoicesResource.addResource('{id}');
    invoicesIdResource.addMethod('PUT', srcInvoicesPutIntegration, {
      authorizer,
      authorizationType: apigateway.AuthorizationType.COGNITO,
      authorizationScopes: [
        invoicesWriteOAuthScope.scopeName,
        customOAuthScope.scopeName,
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
    new cdk.CfnOutput(this, 'NightlyJobClientId', {
      value: nightlyJobClient.userPoolClientId,
      description: 'Client ID of nightly job',
    });
    new cdk.CfnOutput(this, 'ImporterClientId', {
      value: importerClient.userPoolClientId,
      description: 'Client ID of importer',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'Base URL of the API',
    });
  }
}
