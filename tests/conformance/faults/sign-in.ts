import { all, type Fault, type Loose, on, set, unset } from './inject-fault'
import type { TextFault } from './texts'

const POOL = 'Cognito::UserPool'
const CLIENT = 'Cognito::UserPoolClient'
const PERMISSION = 'Lambda::Permission'

/** Changes the trigger's configuration in a pool that has one. */
const trigger = (breakIt: (config: Loose) => unknown) =>
  on(POOL, ({ properties }) => {
    const config = properties.LambdaConfig?.PreTokenGenerationConfig
    return config ? breakIt(config) : false
  })

/** Changes the permission of the pool to call the trigger. */
const permission = (breakIt: (properties: Loose) => unknown) =>
  on(PERMISSION, ({ properties }) =>
    properties.Principal === 'cognito-idp.amazonaws.com' ? breakIt(properties) : false,
  )

const rotation = (breakIt: (rotation: Loose, properties: Loose) => unknown) =>
  on(CLIENT, ({ properties }) =>
    properties.RefreshTokenRotation ? breakIt(properties.RefreshTokenRotation, properties) : false,
  )

/** Whatever is wrong with sign-up, sign-in, the trigger, SDK flows and the rotation of refresh tokens. */
export const signInFaults: readonly Fault[] = [
  {
    name: 'users who may not register',
    inject: on(POOL, ({ properties }) => {
      if (properties.AdminCreateUserConfig.AllowAdminCreateUserOnly !== false) return false
      properties.AdminCreateUserConfig.AllowAdminCreateUserOnly = true
    }),
  },
  { name: 'sign-in by user name only', inject: unset(POOL, 'UsernameAttributes') },
  {
    name: 'sign-in by one attribute more',
    inject: on(POOL, ({ properties }) => {
      if (properties.UsernameAttributes?.length === 2) return false
      properties.UsernameAttributes = ['email', 'phone_number']
    }),
  },
  {
    name: 'attributes as aliases of a user name',
    inject: on(POOL, ({ properties }) => {
      if (!properties.UsernameAttributes) return false
      properties.AliasAttributes = properties.UsernameAttributes
      delete properties.UsernameAttributes
    }),
  },
  {
    name: 'email addresses that nobody verifies',
    inject: on(POOL, ({ properties }) => {
      // CDK prints an empty list for phone numbers alone.
      if (!properties.AutoVerifiedAttributes?.length) return false
      delete properties.AutoVerifiedAttributes
    }),
  },
  {
    name: 'phone numbers that are verified',
    inject: on(POOL, ({ properties }) => {
      properties.AutoVerifiedAttributes = [...(properties.AutoVerifiedAttributes ?? []), 'phone_number']
    }),
  },
  { name: 'no second factor', inject: unset(POOL, 'MfaConfiguration') },
  {
    name: 'second factor as another says',
    inject: on(POOL, ({ properties }) => {
      properties.MfaConfiguration = properties.MfaConfiguration === 'ON' ? 'OPTIONAL' : 'ON'
    }),
  },
  {
    name: 'second factor by text message',
    inject: on(POOL, ({ properties }) => {
      if (!properties.EnabledMfas) return false
      properties.EnabledMfas = ['SMS_MFA']
    }),
  },
  { name: 'second factor without a method', inject: unset(POOL, 'EnabledMfas') },
  { name: 'no trigger', inject: unset(POOL, 'LambdaConfig') },
  {
    name: 'trigger for ID tokens alone',
    inject: trigger(config => {
      config.LambdaVersion = 'V1_0'
    }),
  },
  {
    name: 'trigger of another version',
    inject: trigger(config => {
      config.LambdaVersion = config.LambdaVersion === 'V2_0' ? 'V3_0' : 'V2_0'
    }),
  },
  {
    name: 'function of an endpoint as the trigger',
    inject: on(POOL, ({ properties }, template) => {
      const config = properties.LambdaConfig?.PreTokenGenerationConfig
      const [own] = JSON.stringify(config ?? '').match(/\w+Function\b/g) ?? []
      const other = all(template, 'Lambda::Function').find(({ id }) => id !== own)
      if (!config || !other) return false
      config.LambdaArn = { 'Fn::GetAtt': [other.id, 'Arn'] }
    }),
  },
  {
    name: 'another trigger next to it',
    inject: on(POOL, ({ properties }) => {
      if (!properties.LambdaConfig) return false
      properties.LambdaConfig.PreSignUp = properties.LambdaConfig.PreTokenGenerationConfig.LambdaArn
    }),
  },
  {
    name: 'trigger that the pool may not call',
    inject: template => {
      const found = all(template, PERMISSION, ({ Principal }) => Principal === 'cognito-idp.amazonaws.com')
      for (const { id } of found) delete template.Resources[id]
      return found.length > 0
    },
  },
  {
    name: 'trigger that every user pool may call',
    inject: permission(properties => delete properties.SourceArn),
  },
  {
    name: 'trigger that another user pool may call',
    inject: permission(properties => {
      properties.SourceArn = {
        'Fn::Sub':
          'arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/us-east-1_Other0000',
      }
    }),
  },
  {
    name: 'trigger that API Gateway may call instead',
    inject: permission(properties => {
      properties.Principal = 'apigateway.amazonaws.com'
    }),
  },
  { name: 'SDK flows left to the default', inject: unset(CLIENT, 'ExplicitAuthFlows') },
  {
    name: 'SDK flow too many',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.ExplicitAuthFlows || properties.ExplicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH'))
        return false
      properties.ExplicitAuthFlows.push('ALLOW_USER_PASSWORD_AUTH')
    }),
  },
  {
    name: 'SDK flow missing',
    inject: on(CLIENT, ({ properties }) => {
      if (!(properties.ExplicitAuthFlows?.length > 1)) return false
      properties.ExplicitAuthFlows.pop()
    }),
  },
  {
    name: 'SDK flows that refresh, without rotation',
    inject: on(CLIENT, ({ properties }) => {
      if (!properties.ExplicitAuthFlows || properties.ExplicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH'))
        return false
      properties.ExplicitAuthFlows.push('ALLOW_REFRESH_TOKEN_AUTH')
    }),
  },
  { name: 'refresh tokens that do not rotate', inject: unset(CLIENT, 'RefreshTokenRotation') },
  {
    name: 'rotation switched off',
    inject: rotation(own => {
      own.Feature = 'DISABLED'
    }),
  },
  {
    name: 'rotation with more grace',
    inject: rotation(own => {
      own.RetryGracePeriodSeconds += 5
    }),
  },
  { name: 'rotation without its grace', inject: rotation(own => delete own.RetryGracePeriodSeconds) },
  {
    name: 'rotation of a client that asked for none',
    inject: on(CLIENT, ({ properties }) => {
      if (properties.RefreshTokenRotation) return false
      properties.RefreshTokenRotation = { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 }
    }),
  },
  { name: 'session of three minutes changed', inject: set(CLIENT, 'AuthSessionValidity', 15) },
]

const REST = 'sign-in-fields'
const HTTP = 'sign-in-fields-http'

type Edit = readonly [name: string, of: string, found: string | RegExp, by: string]

const edits = (format: TextFault['format'], list: readonly Edit[]): readonly TextFault[] =>
  list.map(([name, of, found, by]) => ({
    name,
    format,
    case: of,
    change: text => text.replace(found, by),
  }))

/** The pool and its clients as CloudFormation, SAM and Serverless print them. */
const yaml: readonly Edit[] = [
  ['nobody registers', REST, 'AllowAdminCreateUserOnly: false', 'AllowAdminCreateUserOnly: true'],
  ['phone numbers only', REST, /( +)- phone_number\n +- email\n/, '$1- phone_number\n'],
  ['email addresses that nobody verifies', REST, /^ +AutoVerifiedAttributes:\n +- email\n/m, ''],
  ['no second factor', HTTP, /^ +MfaConfiguration: "ON"\n/m, ''],
  ['second factor required', REST, 'MfaConfiguration: "OPTIONAL"', 'MfaConfiguration: "ON"'],
  ['trigger in the older property', REST, 'PreTokenGenerationConfig:', 'PreTokenGeneration:'],
  ['trigger of version 1', REST, 'LambdaVersion: V2_0', 'LambdaVersion: V1_0'],
  ['permission for another service', REST, 'cognito-idp.amazonaws.com', 'cognito-sync.amazonaws.com'],
  ['flow by its older name', REST, '- ALLOW_USER_SRP_AUTH', '- USER_PASSWORD_AUTH'],
  ['flow missing', REST, /^ +- ALLOW_USER_AUTH\n/m, ''],
  ['rotation that is off', REST, 'Feature: ENABLED', 'Feature: DISABLED'],
  ['grace in another property', REST, 'RetryGracePeriodSeconds: 10', 'RetryGracePeriod: 10'],
]

/** Mistakes in the texts of the case that has these fields, in each format that prints them. */
export const signInTextFaults: readonly TextFault[] = [
  ...edits('cloudformation', [
    ...yaml,
    ['second factor read as true', HTTP, 'MfaConfiguration: "ON"', 'MfaConfiguration: ON'],
  ]),
  ...edits('sam', [
    ...yaml,
    [
      'trigger as an event, which is of version 1',
      REST,
      /( +)Handler: src\/claims\.handler\n/,
      '$1Handler: src/claims.handler\n$1Events:\n$1  Token:\n$1    Type: Cognito\n$1    Properties:\n$1      UserPool: !Ref UserPool\n$1      Trigger: PreTokenGeneration\n',
    ],
  ]),
  ...edits('serverless', [
    ...yaml,
    [
      'function by the id of the other formats',
      REST,
      '!GetAtt PreTokenGenerationLambdaFunction.Arn',
      '!GetAtt PreTokenGenerationFunction.Arn',
    ],
  ]),
  ...edits('cdk', [
    ['nobody registers', REST, 'selfSignUpEnabled: true', 'selfSignUpEnabled: false'],
    ['a user name next to the attributes', REST, 'signInAliases: {', 'signInAliases: { username: true,'],
    ['phone numbers that are verified', REST, 'phone: false }', 'phone: true }'],
    ['verified as CDK does by itself', HTTP, /^ +autoVerify: .*\n/m, ''],
    ['a role for text messages', HTTP, /^ +enableSmsRole: false,\n/m, ''],
    ['second factor left optional', HTTP, 'cognito.Mfa.REQUIRED', 'cognito.Mfa.OPTIONAL'],
    ['second factor as CDK does by itself', REST, /^ +mfaSecondFactor: .*\n/m, ''],
    ['trigger of version 1', REST, 'LambdaVersion.V2_0', 'LambdaVersion.V1_0'],
    ['trigger left out', REST, /^ +userPool\.addTrigger\(\n(?: {6}.*\n)+ +\);\n/m, ''],
    ['flow missing', REST, 'userSrp: true', 'userSrp: false'],
    ['refresh flow that CDK adds', REST, /^.*as cognito\.CfnUserPoolClient.*\n(?:.*\n)*?.*\];\n/m, ''],
    ['rotation left out', REST, /^ +refreshTokenRotationGracePeriod: .*\n/m, ''],
    ['grace in minutes', HTTP, 'Duration.seconds(0)', 'Duration.minutes(1)'],
  ]),
  ...edits('terraform', [
    ['nobody registers', REST, 'allow_admin_create_user_only = false', 'allow_admin_create_user_only = true'],
    ['attributes as aliases', REST, 'username_attributes ', 'alias_attributes '],
    ['one attribute less', REST, '["phone_number", "email"]', '["phone_number"]'],
    ['email addresses that nobody verifies', REST, /^ +auto_verified_attributes .*\n/m, ''],
    ['second factor by its other name', REST, '"OPTIONAL"', '"ON"'],
    ['second factor without its block', REST, /^ +software_token_mfa_configuration \{\n.*\n +\}\n/m, ''],
    [
      'second factor switched off',
      HTTP,
      /(software_token_mfa_configuration \{\n +enabled = )true/,
      '$1false',
    ],
    [
      'trigger in the older argument',
      REST,
      /pre_token_generation_config \{\n(?:.*\n)*? {4}\}/,
      'pre_token_generation = aws_lambda_function.pre_token_generation.arn',
    ],
    ['trigger of version 1', REST, 'lambda_version = "V2_0"', 'lambda_version = "V1_0"'],
    [
      'trigger by its name',
      REST,
      'aws_lambda_function.pre_token_generation.arn',
      'aws_lambda_function.pre_token_generation.function_name',
    ],
    ['permission of every pool', REST, /^ +source_arn +=\s+aws_cognito_user_pool\.main\.arn\n/m, ''],
    ['flow missing', REST, /"ALLOW_USER_SRP_AUTH",?/, ''],
    ['flow unknown', REST, 'explicit_auth_flows', 'auth_flows'],
    ['rotation that is off', REST, /feature +=\s+"ENABLED"/, 'feature = "DISABLED"'],
    ['more grace', REST, /retry_grace_period_seconds += 10/, 'retry_grace_period_seconds = 60'],
  ]),
]
