import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'
import { readFiles } from '../../../lib/read/read'

const TERRAFORM = /^This looks like Terraform/
const UNKNOWN = /^This format is not supported/
const SERVERLESS = /serverless package.*update-stack\.json/

// Blocks of HCL, and programs that have the same words in them.
it.each([
  ['main.tf', 'resource "aws_cognito_user_pool" "users" {\n  name = "a"\n}\n', TERRAFORM],
  ['main.tf', 'resource aws_cognito_user_pool users {\n  name = "a"\n}\n', TERRAFORM],
  ['main.tf', '# users\nprovider "aws" {\n}\n', TERRAFORM],
  ['main.tf', 'locals {\n  a = "x"\n}\n', TERRAFORM],
  ['main.tf', 'terraform {\n  required_version = ">= 1"\n}\n', TERRAFORM],
  [
    'serverless.ts',
    'import type { AWS } from "@serverless/typescript"\nconst config: AWS = {\n  service: "a",\n  provider: { name: "aws" },\n}\n',
    SERVERLESS,
  ],
  [
    'serverless.js',
    'const serverlessConfiguration = {\n  provider: { name: "aws" },\n}\nmodule.exports = serverlessConfiguration\n',
    SERVERLESS,
  ],
  [
    'serverless-compose.yml',
    'services:\n  auth:\n    path: auth\n  api:\n    path: api\n    params: { pool: "${auth.PoolId}" }\n',
    /Serverless Compose.*serverless\.yml of each/,
  ],
  ['api.json.tpl', '{ "openapi": "3.0.1", "paths": ${jsonencode(paths)} }', /templatefile of Terraform/],
  [
    'api.yaml',
    'openapi: 3.0.1\npaths:\n%{ for p in paths ~}\n  ${p}: {}\n%{ endfor ~}\n',
    /templatefile of Terraform/,
  ],
  ['api.json', '{ "openapi": "3.0.1" "servers": "${url}" }', /missed comma/],
  ['a.json', '[{ "id": "r", "path": "/a", "resourceMethods": {} }]', /part of an answer.*without `--query`/],
  ['a.yaml', '- Items:\n  - RouteKey: GET /a\n', /`--output json`/],
  ['a.json', '[{ "a": 1 }]', UNKNOWN],
  ['a.json', '{ "items": [] }', /empty answer.*Leave it out/],
  [
    'a.txt',
    '\nAn error occurred (AccessDeniedException) when calling the DescribeUserPool operation: User: arn:aws:iam::1:user/a is not authorized\n',
    /error of the AWS CLI.*permissions/,
  ],
  ['docker-compose.yml', 'services:\n  api:\n    image: a\n', UNKNOWN],
  [
    'snapshot.json',
    '{ "awsSnapshot": 1, "region": "eu-west-1",\n"restApi": ',
    /not complete.*a call that failed/,
  ],
  ['snapshot.json', '{ "awsSnapshot": 1, "restApi": {} "stage": "a" }', /missed comma/],
  ['show.json', '{ "terraform_version": "1.9.0" }', /^Terraform JSON/],
  ['show.json', '{ "planned_values": {} }', /^Terraform JSON/],
  ['wizard.json', '{ "service": "a", "userPool": {}, "endpoints": [] }', /^This is a wizard\.json/],
  ['a.json', '{ "httpMethod": "GET", "authorizationType": "NONE" }', /get-resources --embed methods/],
  ['a.json', '{ "items": [{ "stageName": "prod", "deploymentId": "d" }] }', /who may call.*get-authorizers/],
  ['a.json', '{ "Items": [{ "StageName": "prod" }] }', /get-routes/],
  ['a.json', '{ "items": [{ "id": "r", "endpointConfiguration": {} }] }', /get-resources/],
  ['a.json', '{ "Items": [{ "ApiId": "h", "ProtocolType": "HTTP" }] }', /get-routes/],
  ['a.json', '{ "IntegrationId": "i" }', /get-routes/],
  ['a.json', '{ "RouteId": "r", "RouteKey": "GET /notes" }', /get-routes/],
  ['a.json', '{ "routeId": "r", "routeKey": "GET /notes" }', /get-routes/],
  ['a.json', '{ "id": "n", "pathPart": "a" }', /get-resources/],
  ['a.json', '{ "UserPools": [] }', /who may call/],
  ['a.json', '{ "UserPoolClients": [] }', /describe-user-pool-client/],
  [
    'state.json',
    '{ "service": { "provider": { "compiledCloudFormationTemplate": {} } }, "package": {} }',
    /update-stack\.json, which is beside it/,
  ],
  [
    'manifest.json',
    '{ "version": "36.0.0", "artifacts": { "A": { "type": "aws:cloudformation:stack" } } }',
    /cdk\.out\/\*\.template\.json/,
  ],
  ['tree.json', '{ "version": "tree-0.1", "tree": { "id": "App" } }', /cdk\.out/],
  ['a.assets.json', '{ "version": "36.0.0", "files": {}, "dockerImages": {} }', /cdk\.out/],
  [
    'answer.json',
    '{ "TemplateBody": "Resources:\\n  A: { Type: AWS::Cognito::UserPool }\\n" }',
    /--query TemplateBody --output text/,
  ],
  [
    'answer.yaml',
    'TemplateBody: |\n  Resources:\n    A: { Type: AWS::Cognito::UserPool }\n',
    /--query TemplateBody --output text/,
  ],
  [
    'answer.json',
    '{ "TemplateBody": "{\\"Resources\\": {\\"A\\": {\\"Type\\": \\"AWS::Cognito::UserPool\\"}}}" }',
    /--query TemplateBody --output text/,
  ],
  ['text.json', '"Resources:\\n  A: { Type: AWS::Cognito::UserPool }\\n"', /--output text/],
  ['exports.json', '{ "aws_user_pools_id": "us-east-1_AbCdEf123" }', /Amplify.*snapshot/],
  ['outputs.json', '{ "auth": { "user_pool_id": "us-east-1_AbCdEf123" } }', /Amplify.*snapshot/],
  ['a.json', '{ "path": "/notes", "resourceMethods": { "GET": {} } }', /get-resources --embed methods/],
  [
    'a.json',
    '{ "UserPoolId": "p", "ClientName": "web", "GenerateSecret": true }',
    /describe-user-pool-client/,
  ],
  ['a.txt', '-----------\n|  GetRoutes  |\n+------+\n|  GET /notes  |\n', /--output json/],
  ['a.txt', 'ITEMS\tcognito_user_pools\tabc123\nPROVIDERARNS\tarn:aws:x\n', /--output json/],
  ['a.json', '{\n  "id": "a"\n}\n\n{\n  "id": "b"\n}\n', /several JSON values.*a file of its own/],
  // Other tools have documents with some of these keys.
  ['a.json', '{ "items": [{ "id": "n" }], "httpMethod": "GET" }', UNKNOWN],
  ['a.json', '{ "version": "1", "files": {} }', UNKNOWN],
  ['a.json', '{ "app": "notes", "version": "1" }', UNKNOWN],
  ['a.json', '{ "TemplateBody": "Hello" }', UNKNOWN],
  ['a.json', '"Resources"', UNKNOWN],
  ['a.json', '"Resources: none of AWS"', UNKNOWN],
  ['buildspec.yml', 'version: 0.2\nphases: {}\nartifacts: { files: ["**/*"] }\n', UNKNOWN],
  ['values.yaml', 'app: notes\ncontext: { a: 1 }\n', UNKNOWN],
  ['a.json', '{"a":1}\n{"b":2}\n', /several JSON values.*a file of its own/],
  ['a.json', '{\n"a": {\n}\n{\n}\n}\n', /^The file is not valid YAML or JSON/],
  ['a.json', '{ "service": "a", "userPool": {} }', UNKNOWN],
  ['a.json', '{ "service": "a", "endpoints": [] }', UNKNOWN],
  ['a.json', '{ "userPool": {}, "endpoints": [] }', UNKNOWN],
  ['a.json', '{ "items": [\n{\n"id": "a" }\n{\n"id": "b" } ] }', /not valid YAML or JSON/],
  ['a.txt', '----\n| notes |\n', UNKNOWN],
  ['a.txt', 'NOTES of today\n', UNKNOWN],
  ['notes.d.ts', 'declare module notes {\n}\n', UNKNOWN],
  ['stack.ts', "import * as cdk from 'aws-cdk-lib'\nconst provider = {\n}\n", /cdk synth/],
])('%s is refused with what to give instead: %s', (path, text, expected) => {
  expect(readFiles([{ path, text }]).files[0]?.problems[0]?.message).toMatch(expected)
})

it('reads the template in an answer of get-template where it is, and edits it there', () => {
  const template = `{
  "Resources": {
    "Users": { "Type": "AWS::Cognito::UserPool" },
    "App": { "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": { "Ref": "Users" }, "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"], "CallbackURLs": ["https://a.example/"], "SupportedIdentityProviders": ["COGNITO"] } }
  }
}`
  const [before, after] = ['{ "TemplateBody": ', ', "StagesAvailable": ["Original", "Processed"] }']
  const text = before + template + after
  const report = reportOf(diagnose([{ path: 'answer.json', text }]))
  expect(report.files[0]).toMatchObject({ format: 'cloudformation-json', read: 'whole', problems: [] })
  const alone = reportOf(diagnose([{ path: 'template.json', text: template }]))
  expect(report.findings.map(({ code }) => code)).toEqual(alone.findings.map(({ code }) => code))
  const [edit] = report.findings.find(({ code }) => code === 'OAUTH_NOT_ENABLED')!.repair!.edits
  const changed = JSON.parse(text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end))
  expect(changed.TemplateBody.Resources.App.Properties.AllowedOAuthFlowsUserPoolClient).toBe(true)
})

// Ten times longer: a step for each pair of lines would take minutes.
it.each([
  ['a JSON string', JSON.stringify('\n'.repeat(500_000))],
  ['a block of YAML', `TemplateBody: |\n${'  x\n\n'.repeat(100_000)}`],
  ['braces', '}\n'.repeat(300_000)],
  ['objects', '{}\n'.repeat(300_000)],
])('refuses long %s in time', (_, text) => {
  expect(readFiles([{ path: 'a.json', text }]).files[0]?.read).toBe('refused')
})
