import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { moduleOf, schemaOfPackage } from './provider-package'

/** Usage: `npx tsx …/extract-schema/main.ts cdktn-provider-aws-25.7.0.tgz`, or the folder of the unpacked package. */

/** Every resource type and data source that the texts use. */
const TYPES = [
  ...['rest_api', 'resource', 'method', 'integration', 'method_response', 'integration_response'].map(
    name => `aws_api_gateway_${name}`,
  ),
  ...['authorizer', 'deployment', 'stage', 'gateway_response'].map(name => `aws_api_gateway_${name}`),
  ...['api', 'authorizer', 'integration', 'route', 'stage'].map(name => `aws_apigatewayv2_${name}`),
  'aws_cognito_user_pool',
  'aws_cognito_user_pool_client',
  'aws_cognito_user_pool_domain',
  'aws_cognito_resource_server',
  'aws_cognito_managed_login_branding',
  'aws_lambda_function',
  'aws_lambda_permission',
  'aws_iam_role',
  'aws_iam_role_policy_attachment',
  'data.aws_region',
  'data.aws_caller_identity',
  'data.aws_partition',
  'data.aws_cognito_user_pool',
]

const SCHEMA = path.join(import.meta.dirname, '../aws-schema.json')

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('name the tarball of @cdktn/provider-aws, or its folder')
const folder = fs.statSync(source).isDirectory() ? source : unpacked(source)
fs.writeFileSync(SCHEMA, JSON.stringify(schemaOfPackage(folder, TYPES)))
execFileSync('npx', ['biome', 'format', '--write', SCHEMA], { stdio: 'inherit' })

/** Unpacks only what is read: the whole package has 481 MB. */
function unpacked(tarball: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'provider-'))
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const files = ['package.json', ...TYPES.map(moduleOf)].map(file => `package/${file}`)
  execFileSync('tar', ['-xzf', tarball, '-C', folder, ...files])
  return path.join(folder, 'package')
}
