import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface BillingStackProps extends cdk.StackProps {
  /** Goes in front of every name, so that stages can share an account and Region. */
  readonly stage?: string;
  /** Not used: this stack makes its own user pool. */
  readonly userPoolId?: string;
}

export class BillingStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: BillingStackProps) {
    const stage = props?.stage ?? 'test';
    super(scope, id, { ...props, stackName: props?.stackName ?? `billing-${stage}` });

    const userPool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: `${stage}-billing-machines`,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      // Users are created by an administrator.
      selfSignUpEnabled: false,
      // Users and their subjects cannot be made again: the pool outlives its stack.
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
    const billingAPIResourceServer = userPool.addResourceServer('BillingAPIResourceServer', {
      identifier: 'https://api.example.com/billing',
      userPoolResourceServerName: 'Billing API',
      scopes: [invoicesReadScope, invoicesWriteScope, customScope],
    });
    // By their full name, with the identifier and a slash in front: clients, tokens and methods know no other.
    // It refers to the resource server, so whatever uses it is created after the scopes exist.
    const invoicesReadOAuthScope = cognito.OAuthScope.resourceServer(billingAPIResourceServer, invoicesReadScope);
    const invoicesWriteOAuthScope = cognito.OAuthScope.resourceServer(billingAPIResourceServer, invoicesWriteScope);
    const customOAuthScope = cognito.OAuthScope.resourceServer(billingAPIResourceServer, customScope);

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
        // OAuthScope.custom('…') would do without the resource server, and the client could be created before its
        // scopes: ScopeDoesNotExistException.
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

    // It deploys itself when all its methods are there, and again whenever one of them changes.
    const api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage}-billing`,
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
      exclude: ['/*', '!/src', 'node_modules', '*.ts'],
      ignoreMode: cdk.IgnoreMode.GIT,
    });
    // One permission for each function, in place of two for each method.
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
    // With scopes the method wants an access token that carries any one of them; without them it would want an
    // ID token, and answer 401 to every access token. Scopes without an authorizer would leave it public.
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
    new cdk.CfnOutput(this, 'NightlyJobClientId', {
      value: nightlyJobClient.userPoolClientId,
      description: 'The client id of nightly job',
    });
    new cdk.CfnOutput(this, 'ImporterClientId', {
      value: importerClient.userPoolClientId,
      description: 'The client id of importer',
    });
    new cdk.CfnOutput(this, 'ApiUrl', {
      value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${api.deploymentStage.stageName}`,
      description: 'The API; the paths of the endpoints follow',
    });
  }
}
