import type { LocalOptions, TokenRequest } from '../local/api'
import type { Check } from '../local/checks'
import { readChecks } from '../local/checks-file'
import { type Listeners, type NotStarted, open } from '../local/open'
import { isTemplate } from '../local/template-source'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { fromCaller, readInput, readText } from './input'
import { checkReport, onceReport } from './local-checks'
import { banner, humanReports, jsonReports, line } from './local-report'
import { printable, printableJson, printableLines } from './printable'

const FLAGS = {
  port: { type: 'string' },
  'issuer-port': { type: 'string' },
  host: { type: 'string' },
  'unsafe-host': { type: 'boolean' },
  issuer: { type: 'string' },
  https: { type: 'string' },
  users: { type: 'string' },
  keys: { type: 'string' },
  now: { type: 'string' },
  seed: { type: 'string' },
  upstream: { type: 'string' },
  'upstream-claims': { type: 'string' },
  handlers: { type: 'string' },
  stub: { type: 'boolean' },
  'auto-login': { type: 'string' },
  env: { type: 'string' },
  timeout: { type: 'string' },
  once: { type: 'string' },
  token: { type: 'string' },
  check: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Flags = ReturnType<typeof parseArguments<typeof FLAGS>>['values']

/**
 * `local [flags] [spec.json|PRESET]`: serves the API of the spec on this machine until Ctrl-C; with `--once` or
 * `--check` it sends those requests and ends.
 */
export async function local(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, FLAGS)
  const [spec, ...more] = positionals
  if (more.length > 0) throw new UsageError(`only one spec is allowed; remove ${more.join(' ')}`)
  if (values.token !== undefined && values.once === undefined) throw new UsageError('--token requires --once')
  if (values.once !== undefined && values.check !== undefined)
    throw new UsageError('choose one of --once and --check')
  const once = values.once === undefined ? undefined : onceRequest(values.once, values.token)
  const checks = values.check === undefined ? undefined : await checksOf(values.check)
  const json = values.json === true
  const ends = once !== undefined || checks !== undefined
  const listeners = ends ? quiet : json ? jsonReports : humanReports
  const opened = await open(optionsOf(values, spec, ends), fromCaller('.'), listeners)
  if (!opened.ok) return notStarted(await recognized(opened, spec), json)
  try {
    if (checks) return await checkReport(opened, checks, json)
    if (once) return await onceReport(opened, once, json)
    process.stdout.write(json ? line(opened) : banner(opened))
    for (const remark of opened.remarks) listeners.notice(remark)
    await interrupted()
    return { status: 0 }
  } finally {
    await opened.close()
  }
}

/** Reports only what explains a run of checks. */
const quiet: Listeners = {
  request: () => {},
  output: (handler, _, text) => process.stderr.write(printableLines(`${handler}: ${text}`)),
  notice: text => process.stderr.write(`${printable(text)}\n`),
  errors: () => {},
}

function optionsOf(values: Flags, spec: string | undefined, ends: boolean): LocalOptions {
  const { issuer } = values
  if (issuer !== undefined && issuer !== 'local' && issuer !== 'aws')
    throw new UsageError(`--issuer ${issuer} is not valid. Use local or aws.`)
  const upstreamClaims = values['upstream-claims']
  if (upstreamClaims !== undefined && upstreamClaims !== 'header')
    throw new UsageError(`--upstream-claims ${upstreamClaims} is not valid. Use header.`)
  const port = numberOf('--port', values.port) ?? (ends ? 0 : undefined)
  const issuerPort = numberOf('--issuer-port', values['issuer-port'])
  const now = numberOf('--now', values.now)
  const timeout = numberOf('--timeout', values.timeout)
  const texts = ['host', 'https', 'users', 'keys', 'seed', 'upstream', 'handlers', 'env'] as const
  return {
    ...Object.fromEntries(texts.flatMap(name => (values[name] === undefined ? [] : [[name, values[name]]]))),
    ...(spec !== undefined && { spec }),
    ...(issuer && { issuer }),
    ...(upstreamClaims && { upstreamClaims }),
    ...(port !== undefined && { port }),
    ...(issuerPort !== undefined && { issuerPort }),
    ...(now !== undefined && { now }),
    ...(timeout !== undefined && { timeout }),
    ...(values['auto-login'] !== undefined && { autoLogin: values['auto-login'] }),
    ...(values['unsafe-host'] && { unsafeHost: true }),
    ...(values.stub && { stub: true }),
  }
}

function numberOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`${flag} ${text} is not a number`)
  return Number(text)
}

/** `METHOD /path`, and a token: a JWT, the name of a client, or the fields of a token request as JSON. */
function onceRequest(text: string, token: string | undefined): Check['request'] {
  const [, method, path] = /^([A-Z]+) +(\/\S*)$/.exec(text) ?? []
  if (method === undefined || path === undefined)
    throw new UsageError(`--once ${text} is not a method and a path, such as 'GET /orders'`)
  if (token === undefined) return { method, path }
  if (token.startsWith('{')) return { method, path, token: parseToken(token) }
  if (token.split('.').length >= 3) return { method, path, headers: { authorization: `Bearer ${token}` } }
  return { method, path, token: { client: token } }
}

function parseToken(text: string): TokenRequest {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(
      '--token is not JSON, such as {"client":"backend","scopes":["com.example.api/read"]}',
    )
  }
}

/** Maximum size of a file of checks in bytes. */
const MAX_CHECKS = 8 * 1024 * 1024

async function checksOf(file: string): Promise<readonly Check[]> {
  const read = readChecks(parsed(file, await readText(file, MAX_CHECKS)))
  if (!read.ok) throw new UsageError(`--check ${file}: ${read.reason}`)
  return read.value
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--check ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Replaces the errors of a spec file that is recognised as something else by one that says so. */
async function recognized(refused: NotStarted, spec = 'wizard.json'): Promise<NotStarted> {
  // `local` reads templates too: their errors are about their content.
  if (refused.errors.length === 0 || isTemplate(fromCaller(spec))) return refused
  const { recognizeFile } = await import('../lib/recognize')
  const other = await recognizeFile(await readInput(spec))
  return other ? { ...refused, errors: [other] } : refused
}

function notStarted({ status, reason, errors }: NotStarted, json: boolean): Outcome {
  if (json && status === 1)
    return {
      status,
      stdout: `${printableJson({ type: 'errors', errors: errors.length > 0 ? errors : [{ code: 'USERS', path: '', message: reason }] })}\n`,
    }
  const lines = errors.map(({ code, path, message }) => `  ${path || '(document)'}: ${message} [${code}]`)
  return { status, stderr: [`local: ${reason}`, ...lines].map(text => `${printable(text)}\n`).join('') }
}

/** Resolves at Ctrl-C or when the process is asked to end; then it ends within a second, whatever is still open. */
const interrupted = (): Promise<void> =>
  new Promise(resolve => {
    const stop = () => {
      setTimeout(() => process.exit(0), 1000).unref()
      resolve()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
