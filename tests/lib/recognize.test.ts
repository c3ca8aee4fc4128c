import { describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'
import { recognizeFile } from '../../lib/recognize'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const json = (value: unknown) => utf8(JSON.stringify(value))
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = `${base64url({ alg: 'RS256', kid: 'k' })}.${base64url({ sub: 'u', token_use: 'access' })}.c2ln`
const largeZip = new Uint8Array(1_100_000)
largeZip.set([0x50, 0x4b, 3, 4])

describe('a file that is not a wizard.json', () => {
  it.each([
    ['a serverless.yml', 'doctor', utf8('service: notes\nprovider:\n  name: aws\nfunctions: {}\n')],
    ['a CloudFormation template', 'doctor', utf8('Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n')],
    [
      'a CloudFormation template',
      'import',
      json({ Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } }),
    ],
    ['a SAM template', 'doctor', utf8('Transform: AWS::Serverless-2016-10-31\nResources: {}\n')],
    ['an OpenAPI document', 'doctor', utf8('openapi: 3.0.1\npaths: {}\n')],
    ['an OpenAPI document', 'doctor', utf8('\uFEFF{"swagger": "2.0", "paths": {}}')],
    ['an OpenAPI document', 'doctor', utf8('openapi: 3.0.1\npaths: {}\n#'.padEnd(1_048_576, 'x'))],
    ['a snapshot of a deployed API', 'doctor', json({ awsSnapshot: 1 })],
    ['a snapshot of a deployed API', 'doctor', utf16('{ "awsSnapshot": 1 }')],
    ['a snapshot of a deployed API', 'doctor', json({ id: 'q', name: 'n', endpointConfiguration: {} })],
    ['a snapshot of a deployed API', 'doctor', json({ ApiId: 'q', ProtocolType: 'HTTP' })],
    ['a snapshot of a deployed API', 'doctor', json({ items: [{ id: 'a', pathPart: 'x', path: '/x' }] })],
    [
      'a CloudFormation template',
      'doctor',
      json({ StageName: 'p', Resources: { Api: { Type: 'AWS::ApiGateway::RestApi' } } }),
    ],
    [
      'a CloudFormation template',
      'doctor',
      utf8('# from aws_cdk\nResources:\n  Pool: { Type: AWS::Cognito::UserPool }\n'),
    ],
    [
      'an answer of the AWS CLI that does not say who may call',
      'get-routes',
      json({ Items: [{ ApiId: 'q', ProtocolType: 'HTTP' }] }),
    ],
    ['a Terraform configuration', 'does not read', utf8('resource "aws_cognito_user_pool" "p" {\n}\n')],
    ['CDK source code', 'cdk synth', utf8("import * as cdk from 'aws-cdk-lib'\n")],
    ['a key set (JWKS)', 'inspect --jwks', json({ keys: [{ kty: 'RSA' }] })],
    ['a key set (JWKS)', 'inspect --jwks', json({ kty: 'RSA', n: 'AQ', e: 'AQAB' })],
    ['a token', 'inspect', utf8(`${token}\n`)],
    ['a token', 'inspect', utf8(`Bearer ${token}`)],
    ['a token response', 'inspect', json({ access_token: token, token_type: 'Bearer' })],
    ['the claims of a token', 'inspect', json({ sub: 'u', token_use: 'id' })],
    ['the claims of a token', 'inspect', utf8('{"sub":"u","token_use":"id"}'.padEnd(1_048_576))],
    ['a HAR file', 'inspect', json({ log: { version: '1.2', entries: [] } })],
    ['an OpenID configuration', 'key set', json({ issuer: 'https://i', jwks_uri: 'https://i/keys' })],
    ['a JSON Schema', 'follows it', json({ $schema: 'x', type: 'object', properties: {} })],
    ['an HTML page', 'Download', utf8('<!DOCTYPE html><html><body>404</body></html>')],
    ['a zip archive', 'Unpack', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
    ['a gzip archive', 'Unpack', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['a zip archive', 'Unpack', largeZip],
    ['a PDF', 'text file', utf8('%PDF-1.7\n')],
    ['an image', 'text file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
  ])('is %s (%s)', async (name, remedy, bytes) => {
    const error = await recognizeFile(bytes)
    expect(error).toMatchObject({ code: 'OTHER_FILE', path: '' })
    expect(error?.message).toContain(`This is ${name}, not a wizard.json. `)
    expect(error?.message).toContain(remedy)
  })
})

describe('a file that keeps its own errors', () => {
  it.each([
    ['a valid document', json(example)],
    ['a document with a fault', json({ ...example, stage: 'UPPER' })],
    ['a document with fields of other formats', json({ endpoints: [], openapi: '3.0.1', Resources: {} })],
    ['a document with a comma too many', utf8(`${JSON.stringify(example).slice(0, -1)},}`)],
    ...['userPool', 'resourceServers', 'clients', 'endpoints'].map((name): [string, Uint8Array] => [
      `a document with ${name}, and what makes a template`,
      json({ [name]: [], Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } }),
    ]),
    ['an empty file', utf8('')],
    ['white space', utf8('\n'.repeat(1_000_000))],
    ['blank lines and a word', utf8(`x${'\n'.repeat(1_000_000)}x`)],
    ['prose', utf8('Dear all,\nthe service: is down.\n')],
    ['an empty object', utf8('{}')],
    ['a list', utf8('[1, 2]')],
    ['null', utf8('null')],
    ['bytes that are not text', Uint8Array.of(0xff, 0xfe, 0, 1)],
    ['a byte more than 1 MiB', utf8('{"sub":"u","token_use":"id"}'.padEnd(1_048_577))],
    ['deep nesting', utf8('['.repeat(100_000))],
  ])('is %s', async (_, bytes) => {
    expect(await recognizeFile(bytes)).toBeUndefined()
  })
})
