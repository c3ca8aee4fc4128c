import { describe, expect, it } from 'vitest'
import { diagnose } from '../../lib/diagnose'
import { collect } from './stand-in-aws'

const denied = (call: string) =>
  `aws: [ERROR]: An error occurred (AccessDeniedException) when calling the ${call} operation: User: arn:aws:iam::111122223333:user/"me" is not authorized`
const REST = ['--rest-api', 'a1b2c3', '--stage', 'dev']
const HTTP = ['--http-api', 'h1']

/** What the script left out, and what the doctor says of the snapshot. */
async function said(refused: Readonly<Record<string, string>>, args = REST) {
  const { code, stdout, stderr } = await collect(['notes/read'], refused, args)
  expect(code).toBe(0)
  expect(stdout).not.toContain('user/')
  const { failed } = JSON.parse(stdout) as {
    failed: readonly { member: string; call: string; error: string }[]
  }
  for (const { member, call } of failed) expect(stderr).toContain(`Not in the snapshot: ${member} (${call}).`)
  const { findings, undecided } = diagnose([{ path: 'snapshot.json', text: stdout }])
  expect(findings).toEqual([])
  return {
    failed: failed.map(({ member, error }) => `${member} ${error}`),
    undecided: undecided.map(({ code }) => code),
    because: [...new Set(undecided.flatMap(({ because }) => because.map(({ name }) => name)))],
  }
}

describe('calls that AWS refuses are missing in the snapshot, and the doctor says so of', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['describe-user-pool', REST, ['userPool'], ['UPDATED_ISSUER_WITH_REST', 'DOMAIN_MISSING']],
    ['describe-user-pool-domain', REST, ['domain'], []],
    ['list-resource-servers', REST, ['resourceServers'], ['SCOPE_UNDECLARED', 'SCOPE_UNDECLARED']],
    ['list-user-pool-clients', REST, ['clients'], ['ENDPOINT_UNREACHABLE']],
    ['describe-user-pool-client', REST, ['clients'], ['ENDPOINT_UNREACHABLE']],
    ['get-resources', REST, ['resources'], ['STAGE_NOT_REDEPLOYED', 'AUTHORIZER_UNUSED']],
    ['get-export', REST, ['export'], ['STAGE_NOT_REDEPLOYED']],
    [
      'get-authorizers',
      REST,
      ['authorizers'],
      ['STAGE_NOT_REDEPLOYED', 'ENDPOINT_UNREACHABLE', 'SCOPE_UNDECLARED'],
    ],
    ['get-api', HTTP, ['httpApi'], ['CORS_HEADER_MISSING']],
    ['get-routes', HTTP, ['routes'], ['AUTHORIZER_UNUSED']],
    ['get-authorizers', HTTP, ['authorizers'], ['ENDPOINT_UNREACHABLE', 'SCOPE_UNDECLARED']],
    ['get-stages', HTTP, ['stages'], ['STAGE_NOT_REDEPLOYED']],
  ])('%s with %s', async (call, args, members, undecided) => {
    const result = await said({ [call]: denied(call) }, [...args])
    expect(result.failed).toEqual(members.map(member => `${member} AccessDeniedException`))
    expect(result.undecided).toEqual(undecided)
    if (undecided.length > 0) expect(result.because).toContain(call)
  })

  it('one of several clients', async () => {
    const result = await said({ 'describe-user-pool-client client2': denied('DescribeUserPoolClient') })
    expect(result).toEqual({ failed: ['clients AccessDeniedException'], undecided: [], because: [] })
  })

  it('everything of Cognito', async () => {
    expect(await said({ 'cognito-idp': denied('X') })).toEqual({
      failed: ['userPool', 'resourceServers', 'clients'].map(member => `${member} AccessDeniedException`),
      undecided: ['UPDATED_ISSUER_WITH_REST', 'ENDPOINT_UNREACHABLE', 'SCOPE_UNDECLARED'],
      because: expect.arrayContaining([
        'describe-user-pool',
        'list-resource-servers',
        'list-user-pool-clients',
      ]),
    })
  })

  it('everything of API Gateway', async () => {
    const { undecided, because } = await said({ apigateway: denied('X') })
    expect({ undecided, because }).toEqual({ undecided: ['STAGE_NOT_REDEPLOYED'], because: ['get-export'] })
  })

  it('calls that AWS throttles again and again', async () => {
    const throttled =
      'An error occurred (TooManyRequestsException) when calling the GetResources operation (reached max retries: 7): Too Many Requests'
    const { failed } = await said({ 'get-resources': throttled })
    expect(failed).toEqual(['resources TooManyRequestsException'])
  })
})

describe('the script stops with one sentence', () => {
  const SIGN_IN = 'The AWS CLI cannot call AWS: check the connection, sign in again, then run this again.'
  const IDS = 'There is nothing with that id in eu-west-1: check the ids, the stage and the Region.'
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'an expired session',
      { aws: 'An error occurred (ExpiredTokenException) when calling the X operation: expired' },
      SIGN_IN,
    ],
    [
      'keys that are not valid',
      { aws: 'An error occurred (UnrecognizedClientException) when calling the X operation: invalid' },
      SIGN_IN,
    ],
    ['no credentials', { aws: 'Unable to locate credentials.' }, SIGN_IN],
    ['an expired sign-in', { aws: 'Error when retrieving token from sso: Token has expired' }, SIGN_IN],
    ['no connection', { aws: 'Could not connect to the endpoint URL: "https://x"' }, SIGN_IN],
    [
      'a wrong API',
      { 'get-rest-api': 'An error occurred (NotFoundException) when calling the GetRestApi operation: x' },
      IDS,
    ],
    [
      'a wrong stage',
      { 'get-export': 'An error occurred (NotFoundException) when calling the GetExport operation: x' },
      IDS,
    ],
    [
      'a wrong user pool',
      { 'cognito-idp': 'An error occurred (ResourceNotFoundException) when calling the X operation: x' },
      IDS,
    ],
  ])('for %s', async (_, refused, sentence) => {
    const { code, stdout, stderr } = await collect([], refused)
    expect(code).toBe(1)
    expect(stderr.split('\n').filter(line => line.startsWith('Stopped'))).toEqual([
      `Stopped, and the snapshot is not complete. ${sentence}`,
    ])
    const { files } = diagnose([{ path: 'snapshot.json', text: stdout }])
    expect(files).toMatchObject([
      { read: 'refused', problems: [{ message: expect.stringContaining('snapshot is not complete') }] },
    ])
  })
})

it('asks for the pool in its own Region', async () => {
  const { calls } = await collect(['notes/read'], {}, [...REST, '--region', 'us-east-1'])
  const regions = calls.map(call => `${call.split(' ')[0]} ${/--region (\S+)/.exec(call)?.[1]}`)
  expect(new Set(regions)).toEqual(new Set(['apigateway us-east-1', 'cognito-idp eu-west-1']))
})
