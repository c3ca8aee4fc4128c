import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import type { SpecInput } from '@/lib/document/spec'
import { codeSpan } from '@/lib/project/readme/markdown'
import { accepted, hostile } from './hostile'

const readmeOf = (spec: SpecInput) =>
  accepted(spec)
    .project('cloudformation')
    .files.find(({ path }) => path === 'README.md')!.text

const blocksOf = (markdown: string) => [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(match => match[1]!)

/** Commands that would use the network print their name and arguments, one per line, also inside `$(…)`. */
const STUBS = `
exec 3>&1
show() { printf '%s\\n' "$@" >&3; }
tell() { printf '%s\\n' "$@"; }
aws() { case "$*" in
  *describe-stacks*) tell "<$(printf %s "$*" | sed "s/.*OutputKey==.\\([A-Za-z0-9]*\\).*/\\1/")>" ;;
  *describe-user-pool-client*) tell '<secret>' ;;
  *export-credentials*) tell 'export AWS_ACCESS_KEY_ID=AKID' 'export AWS_SECRET_ACCESS_KEY=hush' ;;
  *) show aws "$@" ;;
esac; }
curl() {
  show curl "$@"
  echo '{"id_token":"an.id.token","access_token":"an.access.token","expires_in":3600}'
}
`

/** Runs the README's commands as a reader would paste them: one shell, in order. */
function run(spec: SpecInput): string {
  const script =
    STUBS +
    blocksOf(readmeOf(spec))
      .filter(block => !block.startsWith('./deploy') && !block.startsWith('STAGE='))
      .join('\n')
  const { stdout, stderr, status } = spawnSync('sh', ['-eu'], { input: script, encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

describe('the commands', () => {
  const output = run(hostile)

  it('ask for the scopes of a machine exactly', () => {
    expect(output).toContain(
      [
        'curl',
        '-sS',
        '<TokenUrl>',
        '-u',
        '<BatchClientId>:<secret>',
        '--data-urlencode',
        'grant_type=client_credentials',
        '--data-urlencode',
        "scope=it's|`x`$(id)*/wr'ite it's|`x`$(id)*/$HOME",
        '',
      ].join('\n'),
    )
  })

  it('open the sign-in with PKCE, and take the code to the same redirect', () => {
    const url = new URL(/^<AuthorizeUrl>(\?.*)$/m.exec(output)![1]!, 'https://login.example')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: '<WebAppClientId>',
      redirect_uri: "https://app.example.com/it's?a=`b`&c=$(id)",
      scope: "openid it's|`x`$(id)*/wr'ite it's|`x`$(id)*/`rm`",
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    })
    expect(output).toMatch(/^code_verifier=[A-Za-z0-9._~-]{43,128}$/m)
    expect(output).toContain("redirect_uri=https://app.example.com/it's?a=`b`&c=$(id)\n")
  })

  it('call every endpoint', () => {
    const bearer = '-H\nAuthorization: Bearer an.access.token\n'
    expect(output).toContain(`curl\n-i\n-X\nGET\n<ApiUrl>/$HOME/1\n${bearer}`)
    expect(output).toContain(`curl\n-i\n-X\nGET\n<ApiUrl>/files/a/b\n-H\nAuthorization: Bearer an.id.token\n`)
    expect(output).toContain('curl\n-I\n<ApiUrl>/\n')
  })

  it('make a user of the deployed pool', () => {
    expect(output).toContain('aws\ncognito-idp\nadmin-create-user\n--user-pool-id\n<UserPoolId>\n')
  })

  it('mean nothing in their comments to a shell that runs those: zsh does when it is interactive', () => {
    const comments = blocksOf(readmeOf(hostile))
      .join('')
      .match(/^# .*$/gm)!
    expect(comments.length).toBe(hostile.endpoints.length)
    const script = comments.map(comment => `printf '%s ' ${comment.slice(2)}; echo\n`).join('')
    const { stdout, stderr } = spawnSync('sh', ['-eu'], { input: script, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toContain("GET /$HOME/{id}: an access token with it's|`x`$(id)*/`rm` \n")
  })

  it('make no user where all users come from another provider', () => {
    const userPool = { source: 'existing', userPoolId: 'us-east-1_AbC', domain: 'auth.example.com' } as const
    const withProviders = (...identityProviders: string[]): SpecInput => ({
      ...example,
      userPool,
      clients: [{ ...example.clients[0]!, identityProviders }],
    })
    expect(readmeOf(withProviders('Google'))).not.toContain('admin-create-user')
    expect(readmeOf(withProviders('Google', 'COGNITO'))).toContain('admin-create-user')
  })

  it('make no user where only machines call', () => {
    const spec = { ...hostile, clients: [hostile.clients[1]!] }
    expect(readmeOf(spec)).not.toContain('admin-create-user')
    run(spec)
  })

  it('read the token from the address with the implicit grant', () => {
    const spec: SpecInput = { ...example, clients: [{ ...example.clients[0]!, grants: ['implicit'] }] }
    expect(run(spec)).toMatch(/^<AuthorizeUrl>\?response_type=token&/m)
    expect(readmeOf(spec)).toContain('#access_token=')
  })
})

describe('an endpoint with IAM authorization', () => {
  const spec: SpecInput = {
    ...example,
    endpoints: [...example.endpoints, { ...example.endpoints[0]!, path: '/signed', auth: 'iam', scopes: [] }],
  }

  it('is called with a signature of the credentials of the AWS CLI', () => {
    expect(run(spec)).toContain(
      [
        'curl',
        '-i',
        '-X',
        'GET',
        '<ApiUrl>/signed',
        '--aws-sigv4',
        'aws:amz:us-east-1:execute-api',
        '--user',
        'AKID:hush',
        '-H',
        'x-amz-security-token: ',
        '',
      ].join('\n'),
    )
    expect(readmeOf(spec)).toContain('`execute-api:Invoke`')
    expect(readmeOf(example)).not.toContain('sigv4')
  })

  it.each(['rest', 'http'] as const)('answers 403 to a token on a %s API', type => {
    const rows = readmeOf({ ...spec, api: { ...example.api, type } }).match(/^\| AWS signature .*$/gm)
    expect(rows).toHaveLength(3)
    expect(rows?.[0]).toContain('403')
    expect(rows?.[1]).toContain('403')
    expect(rows?.[2]).toContain('200')
  })
})

it('says how to bind a token to an additional audience', () => {
  const audience = 'https://mcp.example.com'
  const readme = readmeOf({
    ...example,
    api: { type: 'http', name: 'a', additionalAudiences: [audience] },
  })
  expect(readme).toContain('resource=')
  expect(readme).toContain(audience)
  expect(readmeOf(example)).not.toContain('resource=')
})

describe('which token to put in the calls', () => {
  const [endpoint] = example.endpoints
  const sentence = (...auths: ('access_token' | 'id_token' | 'none')[]) =>
    /^The functions return.*$/m.exec(
      readmeOf({
        ...example,
        endpoints: auths.map((auth, i) => ({
          ...endpoint!,
          path: `/${i}`,
          auth,
          scopes: auth === 'access_token' ? endpoint!.scopes! : [],
        })),
      }),
    )?.[0]

  it('follows the endpoints', () => {
    expect(sentence('none')).toBeUndefined()
    expect(sentence('access_token', 'none')).toMatch(/The last step set `ACCESS_TOKEN`\.$/)
    expect(sentence('id_token')).toMatch(/The last step set `ID_TOKEN`\./)
    expect(sentence('access_token', 'id_token')).toMatch(/The last step set `ACCESS_TOKEN` and `ID_TOKEN`\./)
  })
})

describe('what to expect', () => {
  const rowsOf = (spec: SpecInput) =>
    readmeOf(spec)
      .split('\n')
      .filter(line => line.startsWith('| '))

  it('differs between REST and HTTP APIs', () => {
    const rest = rowsOf(example)
    expect(rest).toContain('| The endpoint requires | The request has | Answer |')
    expect(rest).toContainEqual(
      expect.stringMatching(/without any of its scopes \| 401 `\{"message":"Unauthorized"\}` \|$/),
    )
    expect(rest).toContainEqual(expect.stringMatching(/with one of its scopes \| 200/))
    const http = rowsOf({ ...example, api: { ...example.api, type: 'http' } })
    expect(http).toContainEqual(expect.stringMatching(/without any of its scopes \| 403/))
    expect(http).toContainEqual(expect.stringMatching(/\| none \| 401/))
  })

  it('names no authorizer where there is none', () => {
    const readme = readmeOf({
      ...example,
      endpoints: [{ ...example.endpoints[0]!, auth: 'none', scopes: [] }],
    })
    expect(readme).not.toContain('Bearer')
    expect(readme).toMatch(/\| no token \| any or none \| 200 \|/)
  })
})

it('says that an existing pool without a domain gives no tokens', () => {
  const readme = readmeOf({ ...example, userPool: { source: 'existing', userPoolId: 'us-east-1_AbC' } })
  expect(readme).not.toContain('TokenUrl')
  expect(readme).toContain('`userPool.domain`')
})

it.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['`x', '`` `x ``'],
  ['x`', '`` x` ``'],
  ['``', '``` `` ```'],
])('codeSpan of %s', (text, span) => expect(codeSpan(text)).toBe(span))

describe('what is left after the stack is deleted', () => {
  const commandsOf = (spec: SpecInput) =>
    readmeOf(spec)
      .split('## Delete it')[1]!
      .match(/aws cognito-idp delete-user-pool .*/g)

  it('is a new pool with its users, and the command that deletes it', () => {
    expect(readmeOf(example)).toContain('The user pool and its users still exist.')
    expect(commandsOf(example)).toEqual([
      'aws cognito-idp delete-user-pool --user-pool-id "$USER_POOL_ID" --region "$REGION"',
    ])
  })

  it('is not said of a pool that was there before', () => {
    const spec: SpecInput = {
      ...example,
      userPool: { source: 'existing', userPoolId: 'us-east-1_ExAmPlE' },
    }
    expect(readmeOf(spec)).not.toContain('its users still exist')
    expect(commandsOf(spec)).toBeNull()
  })
})

describe('a pool with sign-in fields', () => {
  const [app] = example.clients
  const spec = (pool: object, client: object = {}): SpecInput => ({
    ...example,
    userPool: { ...example.userPool, ...pool } as SpecInput['userPool'],
    clients: [{ ...app!, grants: ['authorization_code'], ...client }],
  })

  it('creates a user by what users sign in with', () => {
    expect(readmeOf(spec({}))).toContain('--username alice ')
    expect(readmeOf(spec({ usernameAttributes: ['phone_number', 'email'] }))).toContain(
      '--username alice@example.com ',
    )
    const phone = readmeOf(spec({ usernameAttributes: ['phone_number'] }))
    expect(phone).toContain('--username +15555550100 ')
    expect(phone).not.toContain('--user-attributes')
  })

  it('says who can register, and with which second factor', () => {
    expect(readmeOf(spec({}))).toContain('Self sign-up is off')
    expect(readmeOf(spec({}))).not.toContain('authenticator app')
    expect(readmeOf(spec({ selfSignUp: true }))).toContain('Users can register on the sign-in page')
    expect(readmeOf(spec({ mfa: 'optional' }))).toContain('can add an authenticator app')
    expect(readmeOf(spec({ mfa: 'required' }))).toContain('sets up an authenticator app')
  })

  it('refreshes with the new refresh token where they rotate', () => {
    const rotating = spec(
      {},
      {
        explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
        refreshTokenRotation: { retryGracePeriodSeconds: 10 },
      },
    )
    expect(readmeOf(rotating)).toContain('works for 10 more seconds')
    expect(run(rotating)).toContain('grant_type=refresh_token\n')
    expect(run(spec({}))).not.toContain('grant_type=refresh_token')
  })

  it('says what the trigger is for', () => {
    const text = readmeOf(spec({ preTokenGeneration: { handler: 'src/claims.handler', version: 'V3_0' } }))
    expect(text).toContain('## Change the tokens')
    expect(text).toContain('`src/claims.handler` (event version V3_0)')
    expect(readmeOf(spec({}))).not.toContain('## Change the tokens')
  })
})

describe('what the last step has set', () => {
  const endpoint = example.endpoints[0]!
  const both = [endpoint, { ...endpoint, path: '/me', auth: 'id_token' as const, scopes: [] }]
  const client = example.clients[0]!
  const withScopes = (scopes: readonly string[]) =>
    readmeOf({ ...example, clients: [{ ...client, scopes: [...scopes] }], endpoints: both })

  it('is both tokens where a client gets an ID token', () => {
    expect(withScopes(['openid', 'com.example.api/read'])).toContain(
      'The last step set `ACCESS_TOKEN` and `ID_TOKEN`.',
    )
  })

  it('is only the access token where none does', () => {
    const readme = withScopes(['com.example.api/read'])
    expect(readme).toContain('The last step set `ACCESS_TOKEN`. Clients get an ID token')
    expect(readme).toContain("ID_TOKEN='paste the token here'")
  })
})

it('says of an existing pool that its users can sign in already', () => {
  const spec: SpecInput = {
    ...example,
    userPool: { source: 'existing', userPoolId: 'us-east-1_AbC', domain: 'auth.example.com' },
  }
  expect(readmeOf(spec)).toContain('Existing users of the pool can sign in.')
  expect(readmeOf(spec)).not.toContain('Self sign-up')
})

describe('what to expect', () => {
  const expected = (auth: 'access_token' | 'id_token' | 'none') => {
    const [endpoint] = example.endpoints
    const { scopes, ...open } = endpoint!
    const spec = { ...example, endpoints: [{ ...open, auth, ...(auth === 'access_token' && { scopes }) }] }
    return /## What to expect\n\n(.*?)(?=\n## |$)/s.exec(readmeOf(spec))?.[1] ?? ''
  }

  it('names the tokens that the endpoints require, and no others', () => {
    expect(expected('access_token')).toContain('| access token | an ID token |')
    expect(expected('access_token')).not.toContain('| ID token |')
    expect(expected('id_token')).toContain('| ID token | an ID token | 200')
  })

  it('ends with the table where nothing is to be said about tokens', () => {
    expect(expected('none').trimEnd()).toMatch(/\| no token \| any or none \| 200 \|$/)
  })
})
