import type { FormatId } from '../../../lib/formats'

/** A mistake in the text of one format, before its tool sees it. */
export interface TextFault {
  readonly name: string
  readonly format: FormatId
  readonly case: string
  readonly change: (text: string) => string | Promise<string>
}

/** Mistakes that people make by hand, and that an emitter could make for them. */
export const textFaults: readonly TextFault[] = [
  {
    name: 'scope without quotes, read as true',
    format: 'cloudformation',
    case: 'hostile-strings',
    change: text => text.replace('ScopeName: "yes"', 'ScopeName: yes'),
  },
  {
    name: 'scope without quotes, read as a number of base eight',
    format: 'cloudformation',
    case: 'hostile-strings',
    change: text => text.replace('ScopeName: "012"', 'ScopeName: 012'),
  },
  {
    name: 'scope without quotes, read as a number of base sixty',
    format: 'cloudformation',
    case: 'hostile-strings',
    change: text => text.replace('ScopeName: "12:30"', 'ScopeName: 12:30'),
  },
  {
    name: 'scope without quotes, half of it a comment',
    format: 'cloudformation',
    case: 'hostile-strings',
    change: text => text.replace('ScopeName: "#c"', 'ScopeName: #c'),
  },
  {
    name: 'misspelt property',
    format: 'cloudformation',
    case: 'example',
    change: text => text.replace('AllowedOAuthScopes:', 'AllowedOauthScopes:'),
  },
  {
    name: 'value that no enum has',
    format: 'cloudformation',
    case: 'example',
    change: text => text.replace('        - implicit', '        - token'),
  },
  {
    name: 'reference to nothing',
    format: 'cloudformation',
    case: 'example',
    change: text => text.replace('AuthorizerId: !Ref Authorizer', 'AuthorizerId: !Ref Authoriser'),
  },
  {
    name: 'client that does not wait',
    format: 'cloudformation',
    case: 'example',
    change: text => text.replace('    DependsOn: ComExampleApiResourceServer\n', ''),
  },
  {
    name: 'stage written out',
    format: 'cloudformation',
    case: 'example',
    change: text => text.replace('StageName: !Ref Stage', 'StageName: test'),
  },
  {
    name: 'authorizer without its type, which becomes a Lambda authorizer',
    format: 'serverless',
    case: 'rest-cors-one-origin',
    change: text => text.replace(/^ +type: COGNITO_USER_POOLS\n/gm, ''),
  },
  {
    name: 'authorizer type in small letters, which is copied as it is',
    format: 'serverless',
    case: 'example',
    change: text => text.replace(/type: COGNITO_USER_POOLS/g, 'type: cognito_user_pools'),
  },
  {
    name: 'empty scopes, which are dropped',
    format: 'serverless',
    case: 'example',
    change: text => text.replace(/scopes:\n( +- ".*"\n)+/, 'scopes: []\n'),
  },
  {
    name: 'key that the framework does not support',
    format: 'serverless',
    case: 'example',
    change: text => text.replace(/^( +)scopes:/m, '$1scope:'),
  },
  {
    name: 'gateway responses that the deployment does not wait for',
    format: 'serverless',
    case: 'rest-cors-one-origin',
    change: text => text.replace(/^ {2}extensions:\n(?: {4,}.*\n)+/m, ''),
  },
  {
    name: 'functions of the framework’s own choice of runtime',
    format: 'serverless',
    case: 'example',
    change: text => text.replace('runtime: nodejs24.x', 'runtime: nodejs22.x'),
  },
  {
    name: 'functions with the framework’s own timeout of six seconds',
    format: 'serverless',
    case: 'example',
    change: text => text.replace(/^ +timeout: 10\n/m, ''),
  },
  {
    name: 'functions of an older runtime',
    format: 'cdk',
    case: 'example',
    change: text => text.replace('NODEJS_24_X', 'NODEJS_22_X'),
  },
  {
    name: 'functions with CDK’s own timeout of three seconds',
    format: 'cdk',
    case: 'example',
    change: text => text.replace(/^ +timeout: .*\n/m, ''),
  },
  {
    name: 'function with CloudFormation’s own timeout of three seconds',
    format: 'cloudformation',
    case: 'example',
    change: text => text.replace(/^ +Timeout: 10\n/m, ''),
  },
  {
    name: 'method without its authorizer',
    format: 'cdk',
    case: 'example',
    change: text => text.replace(/^ +authorizer,\n/m, ''),
  },
  {
    name: 'scopes that name no resource server',
    format: 'cdk',
    case: 'example',
    change: text =>
      text.replace(
        /cognito\.OAuthScope\.resourceServer\(\w+, (read|write)\w*\)/g,
        "cognito.OAuthScope.custom('com.example.api/$1')",
      ),
  },
  {
    name: 'self sign-up of the user pool by CDK’s default',
    format: 'cdk',
    case: 'example',
    change: text => text.replace('selfSignUpEnabled: false', 'selfSignUpEnabled: true'),
  },
  {
    name: 'misspelt property',
    format: 'cdk',
    case: 'example',
    change: text => text.replace('selfSignUpEnabled', 'selfSignupEnabled'),
  },
  {
    name: 'resource server named by its identifier',
    format: 'cdk',
    case: 'example',
    change: text => text.replace(/^ +userPoolResourceServerName: .*\n/m, ''),
  },
  {
    name: 'signed method, its type in small letters',
    format: 'cloudformation',
    case: 'iam-rest-cors',
    change: text => text.replace('AuthorizationType: AWS_IAM', 'AuthorizationType: aws_iam'),
  },
  {
    name: 'additional audience without quotes, read as a number',
    format: 'cloudformation',
    case: 'iam-http-audiences',
    change: text => text.replace('- "012"', '- 012'),
  },
  ...(['iam-rest-cors', 'iam-http-audiences'] as const).map(
    (name): TextFault => ({
      name: `signed endpoint that says nothing, which is public (${name})`,
      format: 'serverless',
      case: name,
      change: text => text.replace(/^ +authorizer:\n(?: +#.*\n)* +type: (?:AWS_IAM|aws_iam)\n/m, ''),
    }),
  ),
  {
    name: 'signed endpoint that takes a token',
    format: 'serverless',
    case: 'iam-http-audiences',
    change: text => text.replace('type: aws_iam', 'name: cognito'),
  },
  {
    name: 'additional audience missing',
    format: 'serverless',
    case: 'iam-http-audiences',
    change: text => text.replace(/^ +- "https:\/\/mcp\.example\.com"\n/m, ''),
  },
  {
    name: 'signed method that is public',
    format: 'cdk',
    case: 'iam-rest-cors',
    change: text => text.replace('AuthorizationType.IAM', 'AuthorizationType.NONE'),
  },
  {
    name: 'signed route that is public',
    format: 'cdk',
    case: 'iam-http-audiences',
    change: text => text.replace(/^ +authorizer: new HttpIamAuthorizer\(\),\n/m, ''),
  },
  {
    name: 'additional audience missing',
    format: 'cdk',
    case: 'iam-http-audiences',
    change: text => text.replace(/^ +'https:\/\/mcp\.example\.com',\n/m, ''),
  },
  {
    name: 'scopes of a resource server that has none',
    format: 'cdk',
    case: 'iam-rest-cors',
    change: text =>
      text.replace(
        "userPoolResourceServerName: 'MCP',",
        "userPoolResourceServerName: 'MCP', scopes: [new cognito.ResourceServerScope({ scopeName: 'a', scopeDescription: 'a' })],",
      ),
  },
]
