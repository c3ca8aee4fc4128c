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
    )![0]

  it('follows the endpoints', () => {
    expect(sentence('none')).not.toContain('TOKEN')
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
