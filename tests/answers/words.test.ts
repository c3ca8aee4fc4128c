import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explain } from '../../cli/explain'
import { inspect } from '../../cli/inspect'
import { authorizerAnswers } from '../../lib/explain/answers/authorizer'
import { clientAnswers } from '../../lib/explain/answers/client'
import { cognitoAnswers } from '../../lib/explain/answers/cognito'
import { deploymentAnswers } from '../../lib/explain/answers/deployment'
import { gatewayAnswers } from '../../lib/explain/answers/gateway'
import { userPoolAnswers } from '../../lib/explain/answers/user-pool'
import { expectGolden } from '../golden'

const folder = import.meta.dirname
const read = (...parts: string[]) => fs.readFileSync(path.join(folder, ...parts), 'utf8')

const callersFolder = process.env.INIT_CWD
beforeAll(() => {
  process.env.INIT_CWD = folder
})
afterAll(() => {
  if (callersFolder === undefined) delete process.env.INIT_CWD
  else process.env.INIT_CWD = callersFolder
})

interface Printed {
  readonly stdout?: string | undefined
}

const responses: Readonly<Record<string, { readonly api?: string }>> = JSON.parse(
  read('responses', 'expected.json'),
)
interface Paste {
  readonly name: string
  readonly spec: string
  readonly paste: string
  readonly args?: readonly string[]
}
const { now, cases }: { readonly now: number; readonly cases: readonly Paste[] } = JSON.parse(
  read('inspect', 'cases.json'),
)

/** For answers that none of the files gets. */
const LINES = [
  '401',
  '{"message":"Invalid API Key"}',
  '{"responseType":"WAF_FILTERED"}',
  '404 {"message":"Not Found"}',
  '504 {"message":"Endpoint request timed out"}',
  '413 Request Entity Too Large',
  'error_description="the token does not have a valid audience"',
  'error="invalid_token" error_description="the token has expired"',
  'Response to preflight request does not pass access control check',
  'Unable to verify secret hash for client 1example',
  'Domain already associated with another user pool.',
  'openid is not supported with client_credentials flow',
  'Login pages unavailable',
  'https://app.example.com/cb?error=invalid_request',
  'https://app.example.com/cb?error=unauthorized_client',
  'client_credentials flow can not be selected along with code flow or implicit flow.',
  'The provider Google does not exist for User Pool eu-west-1_a.',
  'Domain cannot contain reserved word: cognito',
  "The REST API doesn't contain any methods",
  "Unsupported security definition type 'oauth2' for 'oauth'. Ignoring.",
  'Invalid issuer: https://a.example/. Issuer must have a valid discovery endpoint',
  'Please provide either an authorizer name or ARN',
]

/** Every word that people read about these, so that a change shows in review. */
it.each<[string, readonly (readonly [string, () => Promise<Printed>])[]]>([
  [
    'responses',
    Object.entries(responses).map(([file, { api }]) => [
      file,
      () => explain([...(api === undefined ? [] : ['--api', api]), read('responses', file)]),
    ]),
  ],
  ['lines', LINES.map(line => [line, () => explain([line])])],
  [
    'inspect',
    cases.map(({ name, spec, paste, args = [] }) => [
      name,
      () => inspect(['--spec', `inspect/${spec}`, '--now', String(now), ...args, read('inspect', paste)]),
    ]),
  ],
])('what is printed of the %s', async (name, runs) => {
  const printed: string[] = []
  for (const [title, run] of runs) printed.push(`── ${title}\n${(await run()).stdout}`)
  expectGolden(printed.join('\n'), folder, 'words', `${name}.txt`)
})

it('every answer is among them', () => {
  const printed = read('words', 'responses.txt') + read('words', 'lines.txt')
  const tables = [
    authorizerAnswers,
    clientAnswers,
    cognitoAnswers,
    deploymentAnswers,
    gatewayAnswers,
    userPoolAnswers,
  ]
  const codes = tables.flatMap(table => Object.keys(table))
  expect(codes.filter(code => !printed.includes(`[${code}, from: `))).toEqual([])
})
