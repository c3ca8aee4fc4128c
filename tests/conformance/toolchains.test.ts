import { describe, expect, it } from 'vitest'
import type { SpecInput } from '../../lib/document/spec'
import { cdkVersion, synthCdk } from './toolchains/cdk'
import { cdkFromCfnVersion, throughCdkFromCfn } from './toolchains/cdk-from-cfn'
import { deployOpenapi, openapiParserVersion } from './toolchains/openapi/openapi'
import { oslsVersion, packageServerless } from './toolchains/osls'
import { SAM_TRANSLATOR } from './toolchains/sam/expansions'
import { samTranslator } from './toolchains/sam/translator'
import { hclVersions, readModule } from './toolchains/terraform/module'
import { providerVersion, schemaFaults } from './toolchains/terraform/schema'
import { tscVersion, typeCheck } from './toolchains/tsc'
import { validate, validatorVersion } from './toolchains/validate'

/** The tools of docs/proof.md, each with something right and something wrong, so that a broken harness shows. */
describe('the tools that own the formats', () => {
  it('are the versions that the proof names', async () => {
    expect(validatorVersion()).toBe('1.14.0')
    expect(oslsVersion).toBe('4.3.1')
    expect(cdkVersion).toBe('2.276.0')
    expect(cdkFromCfnVersion).toBe('0.334.0')
    expect(await tscVersion()).toBe('7.0.2')
  })

  const pool = (tier: string) => `Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      UserPoolTier: ${tier}
`

  it('validator: a wrong enum is only a warning there and counts here', () => {
    expect(validate(pool('LITE'))).toEqual([])
    expect(validate(pool('GOLD')).map(({ ruleId }) => ruleId)).toEqual(['W3030'])
  })

  it('osls: packages with the stage of deploy time and rejects an unknown key', async () => {
    const service = (extra: string) => `service: example
provider:
  name: aws
  runtime: nodejs24.x
  stage: \${opt:stage, 'dev'}
  apiName: \${sls:stage}-example
${extra}functions:
  list:
    handler: bin/list.handler
    events:
      - http: GET /list
`
    const template = await packageServerless(service(''), { stage: 'prod' })
    expect(template.Resources.ApiGatewayRestApi?.Properties?.Name).toBe('prod-example')
    await expect(packageServerless(service('unknownKey: 1\n'))).rejects.toThrow(/unknownKey/)
  })

  it('SAM translator: expands a function and rejects an unknown property', async () => {
    const translator = await samTranslator()
    if (!translator) return console.info('aws-sam-translator is not on this machine')
    expect(translator.version).toBe(SAM_TRANSLATOR)
    const source = (extra: object) => ({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        List: {
          Type: 'AWS::Serverless::Function',
          Properties: { Handler: 'a.b', Runtime: 'nodejs24.x', CodeUri: 's3://a/b', ...extra },
        },
      },
    })
    const { Resources } = await translator.expand(source({}), {}, 'us-gov-west-1')
    expect(Object.keys(Resources)).toEqual(['List', 'ListRole'])
    expect(JSON.stringify(Resources)).toContain('lambda:createdBy')
    await expect(translator.expand(source({ Handel: 'x' }), {}, 'us-east-1')).rejects.toThrow(/Handel/)
  })

  it('OpenAPI parser: finds the operation without responses', async () => {
    expect(openapiParserVersion).toBe('9.0.0')
    const text = (responses: string) =>
      `openapi: 3.0.1\ninfo:\n  title: dev-api\n  version: '1'\npaths:\n  /a:\n    get:\n      operationId: a\n${responses}`
    const spec = { service: 'a', api: { type: 'rest', name: 'api' } } as unknown as SpecInput
    await expect(deployOpenapi(text(''), spec, 'dev')).rejects.toThrow(/responses/)
    // The document is right; the spec of this test is none, which comes next.
    const right = text("      responses:\n        '200':\n          description: OK\n")
    await expect(deployOpenapi(right, spec, 'dev')).rejects.toThrow('refused')
  })

  it('HCL: reads, formats and has the schema of the provider', async () => {
    expect(hclVersions).toEqual(['0.24.0', '0.24.0'])
    expect(providerVersion).toBe('6.66.0')
    await expect(readModule('resource "a" "b" {')).rejects.toThrow(/main\.tf/)
    await expect(readModule('locals {\n  a   = 1\n}\n')).rejects.toThrow(/terraform fmt/)
    const role = (body: Readonly<Record<string, unknown>>) =>
      schemaFaults({ address: 'aws_iam_role.a', type: 'aws_iam_role', body })
    expect(role({ assume_role_policy: '{}', name: 'a' })).toEqual([])
    expect(role({ name: ['a'], arn: 'x', nam: 'b' })).toEqual([
      'aws_iam_role.a: assume_role_policy is required',
      'aws_iam_role.a.name is not a string: ["a"]',
      'aws_iam_role.a.arn is read-only',
      'aws_iam_role.a.nam is unknown',
    ])
  })

  const stack = (tier: string) => `import * as cdk from 'aws-cdk-lib'
import * as cognito from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
export class ExampleStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props)
    new cognito.CfnUserPool(this, 'Pool', { userPoolTier: ${tier} })
  }
}
`

  it('cdk: synthesizes the exported stack', async () => {
    const { Resources } = await synthCdk(stack(`'LITE'`), { handlers: ['bin/a.b'] })
    expect(Resources.Pool?.Properties).toEqual({ UserPoolTier: 'LITE' })
  })

  it('tsc: finds the one wrong stack among right ones', async () => {
    const [first, ...others] = await typeCheck([stack(`'LITE'`), stack('7'), stack(`'PLUS'`)])
    expect(first).toMatch(/stack-1\.ts\(7,.*TS2322/)
    expect(others).toEqual([])
  })

  it('cdk-from-cfn: gives a template back, without what this version does not support', async () => {
    const branding = `  Branding:
    Type: AWS::Cognito::ManagedLoginBranding
    Properties:
      UserPoolId: !Ref Pool
      UseCognitoProvidedValues: true
`
    const name = '      UserPoolName: "012"\n'
    const { Resources } = await throughCdkFromCfn(`${pool('LITE')}${name}${branding}Description: "yes"\n`)
    expect(Object.values(Resources).map(({ Properties }) => Properties)).toEqual([{ UserPoolName: '012' }])
  })
})
