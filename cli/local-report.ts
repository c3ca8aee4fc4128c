import type { Endpoint } from '../lib/model/model'
import type { Listeners, Running } from '../local/open'
import { readyLine } from '../local/ready'
import { printable, printableJson, printableLines } from './printable'

let waiting = ''

function flush(): void {
  if (waiting !== '') process.stdout.write(waiting)
  waiting = ''
}

process.on('exit', flush)

/** Lines of one turn of the event loop are written together: each write stops the server until the terminal has it. */
function write(text: string): void {
  if (waiting === '') setImmediate(flush)
  waiting += `${text}\n`
}

/** The ready line of `--json`. */
export const line = (running: Running): string => `${printableJson(readyLine(running))}\n`

/** Prints one JSON object per line to standard output, and nothing else. */
export const jsonReports: Listeners = {
  request: ({ log }) => write(printableJson(log)),
  output: (handler, stream, text) => write(printableJson({ type: 'log', function: handler, stream, text })),
  notice: text => write(printableJson({ type: 'notice', text })),
  errors: errors => write(printableJson({ type: 'errors', errors })),
}

const MARKS = { passed: '✓', failed: '✗', 'not-reached': '·' } as const

/** Prints a line for each request; for a denied one also every check and the fix. */
export const humanReports: Listeners = {
  request: ({ log: { method, path, status, code, checks, message, fix, ms } }) => {
    const refused = status >= 400
    const plain = !refused || checks.every(({ outcome }) => outcome !== 'failed')
    const tail = refused && plain && message !== '' ? `\n     ${message}` : ''
    write(printableLines(`${status} ${method} ${path} ${code} ${Math.round(ms)} ms${tail}`))
    if (plain) return
    const done = checks.filter(({ outcome }) => outcome !== 'not-reached' && outcome !== 'failed')
    const failed = checks.find(({ outcome }) => outcome === 'failed')
    if (done.length > 0)
      write(printable(`     ${done.map(({ name, detail }) => `✓ ${name}: ${detail}`).join(' · ')}`))
    if (failed) write(printable(`     ${MARKS.failed} ${failed.name}: ${failed.detail}`))
    if (fix !== '') write(printable(`     Fix: ${fix}`))
  },
  output: (handler, stream, text) => {
    // What a function writes comes after the lines before it, also when it goes to the other stream.
    flush()
    process[stream].write(
      text
        .replace(/\n$/, '')
        .split('\n')
        .map(row => `  ${handler} | ${printable(row)}\n`)
        .join(''),
    )
  },
  notice: text => write(printableLines(text)),
  errors: errors =>
    write(
      ['The spec is invalid; the last valid one stays in use:']
        .concat(
          errors.map(({ code, path, message }) =>
            printable(`  ${path || '(document)'}: ${message} [${code}]`),
          ),
        )
        .join('\n'),
    ),
}

/** What the server says when it starts: addresses, how to get a token, and every endpoint. */
export function banner(running: Running): string {
  const { pool, origin, source, settings, functions } = running
  const model = pool.model()
  const machine = pool.clients().find(({ client }) => !client.interactive)
  const web = pool.clients().find(({ client }) => client.interactive)
  const rows = model.endpoints.map(endpoint => [
    endpoint.method,
    endpoint.path,
    protection(endpoint),
    `${endpoint.function.handler}${settings.upstream || settings.stub || functions.has(endpoint.function) ? '' : '  (no file: an error, or --stub)'}`,
  ])
  const widths = [0, 1, 2].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)))
  return [
    `${model.api.name}: ${model.api.type === 'rest' ? 'REST' : 'HTTP'} API of ${source.name}. Not Amazon Cognito: test users, test keys.`,
    `  ${running.url()}`,
    `  requests and verdicts: ${origin}/_`,
    `  issuer   ${pool.issuer}${pool.issuer === pool.issuerUrl ? '' : ` (answers at ${pool.issuerUrl})`}`,
    ...(web ? [`  sign in  ${signInUrl(running, web)} (${web.client.name})`] : []),
    ...(machine
      ? [
          `  ${machine.client.name}  curl -s -u ${machine.id}:${machine.secret} ${pool.origin}/oauth2/token -d grant_type=client_credentials`,
        ]
      : []),
    ...(settings.upstream ? [`  allowed requests are forwarded to ${settings.upstream.href}`] : []),
    ...(settings.tls
      ? ['  HTTPS with your certificate; mkcert -install makes browsers trust one of mkcert']
      : []),
    ...(settings.exposed
      ? [`  WARNING: listening on ${settings.host}. Anyone who can reach it can get test tokens.`]
      : []),
    ...rows.map(row => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()),
    '',
  ]
    .map(printable)
    .join('\n')
}

function protection({ auth, scopes }: Endpoint): string {
  if (auth === 'access_token') return scopes.map(({ fullScope }) => fullScope).join(' ')
  return { id_token: '(ID token)', iam: '(AWS signature)', none: '(no authorization)' }[auth]
}

function signInUrl(
  { pool }: Running,
  { id, client }: ReturnType<Running['pool']['clients']>[number],
): string {
  const parameters = new URLSearchParams({
    client_id: id,
    response_type: client.grants.includes('authorization_code') ? 'code' : 'token',
    redirect_uri: client.defaultRedirectUri ?? client.callbackUrls[0] ?? '',
  })
  return `${pool.origin}/login?${parameters}`
}
