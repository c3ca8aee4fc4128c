import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { SpecInput } from '../../../lib/document/spec'
import type { CompiledTemplate } from '../toolchains/template'

/** Writes down what it is asked, arguments ended by NUL and commands by one more. */
const RECORD = `#!/bin/sh
{ printf '%s\\0' "\${0##*/}" "$@"; printf '\\0'; } >> "$STATE/asked"
`

/** Commands that would reach out. There is no stack before it is deployed, and no output that the template lacks. */
const STUBS: Readonly<Record<string, string>> = {
  aws: `${RECORD}case "$*" in
  'cloudformation deploy '*) : > "$STATE/deployed" ;;
  *get-caller-identity*) echo 123456789012 ;;
  *head-bucket*) exit 254 ;;
  *describe-user-pool-client*) echo secret ;;
  *OutputKey==*)
    [ -e "$STATE/deployed" ] || { echo 'no such stack' >&2; exit 254; }
    cat "$STATE/outputs/$(printf %s "$*" | sed "s/.*OutputKey=='\\([^']*\\)'.*/\\1/")" ;;
esac
`,
  npm: `${RECORD}case "$*" in 'run deploy'*) : > "$STATE/deployed" ;; esac\n`,
  npx: RECORD,
  terraform: `${RECORD}case "$1 $2" in
  'apply '*) : > "$STATE/deployed" ;;
  'output -raw') cat "$STATE/outputs/$3" ;;
esac
`,
  sam: `${RECORD}case "$*" in deploy*) : > "$STATE/deployed" ;; esac\n`,
  curl: RECORD,
}

/** What the commands would take from the tester's own shell. */
const UNSET = { STAGE: undefined, REGION: undefined, USER_POOL_ID: undefined, S3_BUCKET: undefined }

export interface Run {
  /** Each command with its arguments. */
  readonly asked: readonly (readonly string[])[]
  readonly stdout: string
}

/** Runs a script in `folder`, with stubs for whatever would reach out; the stack has the outputs of `template`. */
export function runWithStubs(folder: string, script: string, outputs: readonly string[] = []): Run {
  const state = `${folder}.state`
  fs.rmSync(state, { recursive: true, force: true })
  fs.mkdirSync(path.join(state, 'outputs'), { recursive: true })
  fs.mkdirSync(path.join(state, 'bin'))
  fs.writeFileSync(path.join(state, 'asked'), '')
  for (const key of outputs)
    for (const name of [key, snakeCase(key)])
      fs.writeFileSync(path.join(state, 'outputs', name), `<${key}>\n`)
  for (const [name, text] of Object.entries(STUBS))
    fs.writeFileSync(path.join(state, 'bin', name), text, { mode: 0o755 })
  const { status, stdout, stderr } = spawnSync('sh', ['-eu'], {
    cwd: folder,
    input: script,
    env: { ...process.env, ...UNSET, PATH: `${path.join(state, 'bin')}:${process.env.PATH}`, STATE: state },
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const asked = fs.readFileSync(path.join(state, 'asked'), 'utf8').split('\0\0').slice(0, -1)
  fs.rmSync(state, { recursive: true })
  return { asked: asked.map(words => words.split('\0')), stdout }
}

/** The README's commands work as is, one after the other in one shell, on the stack that `template` makes. */
export function expectReadme(folder: string, spec: SpecInput, template: CompiledTemplate): void {
  const readme = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
  const script = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('')
  const { asked, stdout } = runWithStubs(folder, script, Object.keys(template.Outputs ?? {}))
  const curls = asked.filter(([command]) => command === 'curl')

  expect(asked.some(words => words[1] === 'cognito-idp' && words[2] === 'admin-create-user')).toBe(
    spec.clients.some(({ grants }) => !grants?.includes('client_credentials')),
  )
  const tokenCalls = curls.filter(words => words.includes('<TokenUrl>'))
  const hasDomain = spec.userPool.source === 'new' || spec.userPool.domain !== undefined
  expect(tokenCalls.map(words => words.find(word => word.startsWith('grant_type=')))).toEqual(
    spec.clients
      .filter(({ grants }) => hasDomain && grants?.[0] !== 'implicit')
      .flatMap(({ grants = ['authorization_code'], refreshTokenRotation }) => [
        `grant_type=${grants[0]}`,
        ...(refreshTokenRotation ? ['grant_type=refresh_token'] : []),
      ]),
  )
  for (const words of tokenCalls) expectTokenCall(words, stdout)

  const called = curls.filter(words => words.some(word => word.startsWith('<ApiUrl>')))
  expect(called.map(words => methodAndPath(words))).toEqual(spec.endpoints.map(example))
  for (const [i, { auth }] of spec.endpoints.entries())
    expect(called[i]!.some(word => word.startsWith('Authorization: Bearer '))).toBe(auth !== 'none')

  // Terraform protects the pool, which has to be taken back first.
  const last = asked.map(words => words.join(' ')).filter(words => !words.includes('--deletion-protection'))
  // A new pool is kept by the stack and deleted by a command of its own.
  if (spec.userPool.source === 'new')
    expect(last.pop()).toContain('delete-user-pool --user-pool-id <UserPoolId>')
  expect(last.at(-1)).toMatch(/delete-stack|run remove|run destroy|^sam delete|^terraform destroy/)
}

/** A machine proves itself with its secret; a code is redeemed with the verifier of its challenge (RFC 7636 §4.2). */
function expectTokenCall(words: readonly string[], stdout: string): void {
  if (words.includes('grant_type=client_credentials')) {
    expect(words.join(' ')).toMatch(/ -u <\w+ClientId>:secret .* scope=/)
    return
  }
  // The response of the stub has no token, but its place in the request is there.
  if (words.includes('grant_type=refresh_token')) {
    expect(words).toContain('refresh_token=')
    expect(words.join(' ')).toMatch(/ client_id=<\w+ClientId>/)
    return
  }
  const value = (name: string) =>
    words.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  const asked = stdout
    .split('\n')
    .filter(line => line.startsWith('<AuthorizeUrl>?'))
    .map(line => new URLSearchParams(line.slice(line.indexOf('?'))))
    .find(query => query.get('client_id') === value('client_id'))
  expect(value('code_verifier')).toMatch(/^[A-Za-z0-9._~-]{43,128}$/)
  expect(asked?.get('code_challenge_method')).toBe('S256')
  expect(asked?.get('code_challenge')).toBe(
    createHash('sha256').update(value('code_verifier')).digest('base64url'),
  )
  expect(asked?.get('redirect_uri')).toBe(value('redirect_uri'))
}

const methodAndPath = (words: readonly string[]): string =>
  `${words.includes('-I') ? 'HEAD' : words[words.indexOf('-X') + 1]} ${words
    .find(word => word.startsWith('<ApiUrl>'))
    ?.slice('<ApiUrl>'.length)}`

/** How one would call an endpoint by hand. */
const example = ({ method, path }: SpecInput['endpoints'][number]): string =>
  `${method === 'ANY' ? 'GET' : method} ${path.replace(/\{\w+\+\}/, 'a/b').replaceAll(/\{\w+\}/g, '1')}`

/** A script is one that a POSIX shell can read. */
export const checkSyntax = (file: string): Buffer => execFileSync('sh', ['-n', file])

/** `WebClientId` → `web_client_id`, as Terraform names its outputs. */
const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '_' : ''}${letter.toLowerCase()}`)
