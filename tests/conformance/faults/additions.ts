import { all, type Fault, type Loose, type MutableTemplate, on, set } from './inject-fault'

const FUNCTION = 'Lambda::Function'
const ROLE = 'IAM::Role'
const METHOD = 'ApiGateway::Method'
const PERMISSION = 'Lambda::Permission'
const APIS = ['ApiGateway::RestApi', 'ApiGatewayV2::Api']

/** Adds a resource, made from the first one of `type`. */
const add =
  (type: string, make: (id: string, template: MutableTemplate) => Loose) => (template: MutableTemplate) => {
    const [found] = all(template, type)
    if (found) template.Resources.Another = make(found.id, template)
    return found !== undefined
  }

/** Changes the first integration response of a preflight, or its method response. */
const preflight = (breakIt: (response: Loose, declared: Loose, properties: Loose) => unknown) =>
  on(METHOD, ({ properties }) => {
    if (properties.Integration?.Type !== 'MOCK') return false
    return breakIt(properties.Integration.IntegrationResponses[0], properties.MethodResponses[0], properties)
  })

/** Gives the first object in `of` one field more. */
const extra = (type: string, of: (properties: Loose) => Loose, name: string, value: Loose) =>
  on(type, ({ properties }) => {
    const object = of(properties)
    if (!object) return false
    object[name] = value
  })

const section = (name: string, value: Loose) => (template: MutableTemplate) => {
  ;(template as Loose)[name] = value
  return true
}

const sourceArn = (api: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:${api}`,
})

/** Whatever is there in addition to what the spec promises, and what would be passed over by a lenient reader. */
export const additions: readonly Fault[] = [
  ...APIS.map(type => ({ name: `description of ${type}`, inject: set(type, 'Description', 'Open to all') })),
  { name: 'description of a deployment', inject: set('ApiGateway::Deployment', 'Description', 'Another') },
  { name: 'function with an environment', inject: set(FUNCTION, 'Environment', { Variables: { A: 'b' } }) },
  { name: 'function with other memory', inject: set(FUNCTION, 'MemorySize', 3008) },
  { name: 'function for another architecture', inject: set(FUNCTION, 'Architectures', ['arm64']) },
  {
    name: 'function with a role of another stack',
    inject: set(FUNCTION, 'Role', { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/admin' }),
  },
  {
    name: 'placeholder in a file that its code is not in',
    inject: on(FUNCTION, ({ properties }) => {
      if (!properties.Code.ZipFile) return false
      properties.Handler = 'bin/index.handler'
    }),
  },
  {
    name: 'version of a function',
    inject: add(FUNCTION, id => ({
      Type: 'AWS::Lambda::Version',
      Properties: { FunctionName: { Ref: id } },
    })),
  },
  {
    name: 'role that may do everything',
    inject: on(ROLE, ({ properties }) => {
      properties.ManagedPolicyArns = [
        { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess' },
      ]
    }),
  },
  {
    name: 'role with one policy more',
    inject: on(ROLE, ({ properties }) => {
      properties.Policies ??= []
      properties.Policies.push({
        PolicyName: 'more',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'cognito-idp:*', Resource: '*' }],
        },
      })
    }),
  },
  {
    name: 'role that any service may assume',
    inject: on(ROLE, ({ properties }) => {
      properties.AssumeRolePolicyDocument.Statement[0].Principal = { AWS: '*' }
    }),
  },
  {
    name: 'role that nothing uses',
    inject: add(ROLE, () => ({
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
        },
      },
    })),
  },
  {
    name: 'permission for every API of the account',
    inject: set(PERMISSION, 'SourceArn', sourceArn('*/*')),
  },
  { name: 'permission for whatever calls', inject: set(PERMISSION, 'SourceArn', '*') },
  { name: 'permission to change a function', inject: set(PERMISSION, 'Action', 'lambda:*') },
  {
    name: 'REST integration by the ARN of the function alone',
    inject: on(METHOD, ({ properties }, template) => {
      if (properties.Integration?.Type !== 'AWS_PROXY') return false
      const [fn] = all(template, FUNCTION, () =>
        JSON.stringify(properties.Integration.Uri).includes('Function'),
      )
      properties.Integration.Uri = { 'Fn::GetAtt': [fn!.id, 'Arn'] }
    }),
  },
  {
    name: 'HTTP integration by the ARN of the role',
    inject: on('ApiGatewayV2::Integration', ({ properties }, template) => {
      properties.IntegrationUri = { 'Fn::GetAtt': [all(template, ROLE)[0]!.id, 'Arn'] }
    }),
  },
  { name: 'HTTP integration in a hurry', inject: set('ApiGatewayV2::Integration', 'TimeoutInMillis', 50) },
  {
    name: 'integration that maps parameters',
    inject: extra(METHOD, p => p.Integration, 'RequestParameters', { 'integration.request.header.a': "'b'" }),
  },
  {
    name: 'integration with credentials of its own',
    inject: extra(METHOD, p => p.Integration, 'Credentials', 'arn:aws:iam::111122223333:role/other'),
  },
  {
    name: 'method that requires parameters',
    inject: set(METHOD, 'RequestParameters', { 'method.request.header.x': true }),
  },
  { name: 'method with another name', inject: set(METHOD, 'OperationName', 'list') },
  { name: 'API without the default endpoint', inject: set(APIS, 'DisableExecuteApiEndpoint', true) },
  {
    name: 'preflight that answers by a pattern',
    inject: preflight(response => {
      response.SelectionPattern = '5..'
    }),
  },
  {
    name: 'preflight that shows another header',
    inject: preflight((response, declared) => {
      response.ResponseParameters['method.response.header.Access-Control-Expose-Headers'] = "'*'"
      declared.ResponseParameters['method.response.header.Access-Control-Expose-Headers'] = true
    }),
  },
  {
    name: 'preflight that varies by another header',
    inject: preflight((response, declared) => {
      response.ResponseParameters['method.response.header.Vary'] = "'Accept'"
      declared.ResponseParameters['method.response.header.Vary'] = true
    }),
  },
  {
    name: 'preflight that overrides another header',
    inject: preflight(response => {
      response.ResponseTemplates = {
        'application/json': '#set($context.responseOverride.header.Set-Cookie = "a=b")',
      }
    }),
  },
  {
    name: 'gateway response with another header',
    inject: extra(
      'ApiGateway::GatewayResponse',
      p => p.ResponseParameters,
      'gatewayresponse.header.Set-Cookie',
      "'a=b'",
    ),
  },
  {
    name: 'gateway response with another status',
    inject: set('ApiGateway::GatewayResponse', 'StatusCode', '200'),
  },
  {
    name: 'CORS that shows every header',
    inject: extra('ApiGatewayV2::Api', p => p.CorsConfiguration, 'ExposeHeaders', ['*']),
  },
  {
    name: 'route settings',
    inject: set('ApiGatewayV2::Stage', 'DefaultRouteSettings', { ThrottlingRateLimit: 1 }),
  },
  {
    name: 'stage variables',
    inject: set(['ApiGateway::Stage', 'ApiGatewayV2::Stage'], 'Variables', { a: 'b' }),
  },
  {
    name: 'users who recover their accounts in another way',
    inject: extra('Cognito::UserPool', p => p, 'AccountRecoverySetting', {
      RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }],
    }),
  },
  {
    name: 'resource server that survives its stack',
    inject: on('Cognito::UserPoolResourceServer', ({ resource }) => {
      resource.DeletionPolicy = 'Retain'
    }),
  },
  {
    name: 'resource with metadata',
    inject: on(FUNCTION, ({ resource }) => {
      resource.Metadata = { a: 'b' }
    }),
  },
  { name: 'log group of nothing', inject: set('Logs::LogGroup', 'LogGroupName', '/aws/lambda/other') },
  {
    name: 'log group that forgets',
    inject: set('Logs::LogGroup', 'RetentionInDays', 1),
  },
  {
    name: 'bucket without encryption of its own kind',
    inject: set('S3::Bucket', 'BucketEncryption', { ServerSideEncryptionConfiguration: [] }),
  },
  {
    name: 'bucket that everybody may read',
    inject: on('S3::BucketPolicy', ({ properties }) => {
      properties.PolicyDocument.Statement.push({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: '*',
        Resource: '*',
      })
    }),
  },
  { name: 'mapping', inject: section('Mappings', { A: { B: { C: 'd' } } }) },
  { name: 'macro', inject: section('Transform', 'AWS::LanguageExtensions') },
  { name: 'hook', inject: section('Hooks', {}) },
  { name: 'rule that refuses a stage', inject: section('Rules', { Never: { Assertions: [] } }) },
  {
    name: 'parameter that refuses its own default',
    inject: template => {
      const stage = (template as Loose).Parameters?.Stage
      if (stage) stage.AllowedPattern = '^live$'
      return stage !== undefined
    },
  },
  {
    name: 'parameter of another type',
    inject: template => {
      const stage = (template as Loose).Parameters?.Stage
      if (stage) stage.Type = 'CommaDelimitedList'
      return stage !== undefined
    },
  },
]
