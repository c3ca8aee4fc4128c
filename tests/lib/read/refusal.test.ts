import { expect, it } from 'vitest'
import { readFiles } from '../../../lib/read/read'

const TERRAFORM = /^This looks like Terraform/
const UNKNOWN = /^This format is not supported/
const SERVERLESS = /serverless package/

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
  ['show.json', '{ "terraform_version": "1.9.0" }', /^Terraform JSON/],
  ['show.json', '{ "planned_values": {} }', /^Terraform JSON/],
  ['wizard.json', '{ "service": "a", "userPool": {}, "endpoints": [] }', /^This is a wizard\.json/],
  ['a.json', '{ "httpMethod": "GET", "authorizationType": "NONE" }', /get-resources --embed methods/],
  ['a.json', '{ "items": [{ "stageName": "prod", "deploymentId": "d" }] }', /who may call.*get-authorizers/],
  ['a.json', '{ "Items": [{ "StageName": "prod" }] }', /get-routes/],
  ['a.json', '{ "items": [{ "id": "r", "endpointConfiguration": {} }] }', /get-resources/],
  ['a.json', '{ "Items": [{ "ApiId": "h", "ProtocolType": "HTTP" }] }', /get-routes/],
  ['a.json', '{ "IntegrationId": "i" }', /get-routes/],
  ['a.json', '{ "id": "n", "pathPart": "a" }', /get-resources/],
  ['a.json', '{ "UserPools": [] }', /who may call/],
  ['a.json', '{ "UserPoolClients": [] }', /describe-user-pool-client/],
  // Other tools have documents with some of these keys.
  ['a.json', '{ "items": [{ "id": "n" }], "httpMethod": "GET" }', UNKNOWN],
  ['a.json', '{ "service": "a", "userPool": {} }', UNKNOWN],
  ['a.json', '{ "service": "a", "endpoints": [] }', UNKNOWN],
  ['a.json', '{ "userPool": {}, "endpoints": [] }', UNKNOWN],
  ['stack.ts', "import * as cdk from 'aws-cdk-lib'\nconst provider = {\n}\n", /cdk synth/],
])('%s is refused with what to give instead: %s', (path, text, expected) => {
  expect(readFiles([{ path, text }]).files[0]?.problems[0]?.message).toMatch(expected)
})
