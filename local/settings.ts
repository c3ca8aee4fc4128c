import { existsSync } from 'node:fs'
import path from 'node:path'
import { quote } from '../lib/document/quote'
import type { LocalOptions } from './api'
import { conflict } from './conflicts'
import { readEnvironment } from './invoke/environment'
import { MAX_FILE_BYTES, readAtMost } from './read-at-most'
import { type Result, refused } from './result'
import type { Tls } from './server/listen'

/** The options, checked and read. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly issuerPort: number
  readonly issuer: 'local' | 'aws'
  readonly tls?: Tls
  readonly keys?: string
  readonly now?: number
  readonly seed?: string
  readonly upstream?: URL
  readonly stub: boolean
  readonly autoLogin?: string
  readonly env: Readonly<Record<string, string>>
  /** Seconds. */
  readonly timeout?: number
  /** Another machine can reach the server. */
  readonly exposed: boolean
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** Checks the options; the reason names the option and what it may be. */
export function readSettings(options: LocalOptions, cwd: string): Result<Settings> {
  const unfit = unfitPlace()
  if (unfit) return refused(unfit)
  const contradiction = conflict(options)
  if (contradiction) return refused(contradiction)
  const { host = '127.0.0.1', port = 4000, issuer = 'local', now, seed, timeout, autoLogin } = options
  const exposed = !LOOPBACK.test(host)
  if (exposed && options.unsafeHost !== true)
    return refused(
      `host ${host} can be reached from other machines: anyone there could get tokens; add --unsafe-host to allow it`,
    )
  const issuerPort = options.issuerPort ?? (port === 0 ? 0 : port + 1)
  for (const [name, value] of [
    ['port', port],
    ['issuer-port', issuerPort],
  ] as const)
    if (!Number.isInteger(value) || value < 0 || value > 65_535)
      return refused(`${name} ${value} is not a port number from 0 to 65535`)
  if (port !== 0 && port === issuerPort) return refused(`port and issuer-port are both ${port}; choose two`)
  if (issuer !== 'local' && issuer !== 'aws')
    return refused(`issuer ${quote(String(issuer))} is not valid; use local or aws`)
  if ((options.upstreamClaims ?? 'header') !== 'header')
    return refused(`upstream-claims ${quote(String(options.upstreamClaims))} is not valid; use header`)
  if (now !== undefined && !(Number.isFinite(now) && now >= 0 && now < 1e11))
    return refused(`now ${now} is not a time in seconds since 1970`)
  if (timeout !== undefined && !(timeout > 0 && timeout <= 900))
    return refused(`timeout ${timeout} is not a number of seconds from 0 to 900`)
  const upstream = options.upstream === undefined ? undefined : upstreamUrl(options.upstream)
  if (upstream && !upstream.ok) return upstream
  const tls = options.https === undefined ? undefined : readTls(options.https, cwd)
  if (tls && !tls.ok) return tls
  const env = options.env === undefined ? undefined : readEnvironment(path.resolve(cwd, options.env))
  if (env && !env.ok) return env
  return {
    ok: true,
    value: {
      host: host === 'localhost' ? '127.0.0.1' : host,
      port,
      issuerPort,
      issuer,
      stub: options.stub === true,
      env: env?.value ?? {},
      exposed,
      ...(tls && { tls: tls.value }),
      ...(options.keys !== undefined && { keys: path.resolve(cwd, options.keys) }),
      ...(now !== undefined && { now: Math.floor(now) }),
      ...(seed !== undefined && { seed }),
      ...(upstream && { upstream: upstream.value }),
      ...(autoLogin !== undefined && { autoLogin }),
      ...(timeout !== undefined && { timeout }),
    },
  }
}

/** Test keys and users have no place where real ones are expected. */
function unfitPlace(): string | undefined {
  if (process.env.NODE_ENV === 'production')
    return 'NODE_ENV is production: the local gateway issues test tokens and does not start there'
  if (process.env.AWS_LAMBDA_FUNCTION_NAME !== undefined)
    return 'AWS_LAMBDA_FUNCTION_NAME is set: the local gateway does not start inside a Lambda function'
  return undefined
}

function upstreamUrl(text: string): Result<URL> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol)
    ? { ok: true, value: url }
    : refused(`upstream ${quote(text)} is not an http or https URL, such as http://localhost:3000`)
}

function readTls(text: string, cwd: string): Result<Tls> {
  const [cert, key, ...rest] = text.split(',').map(file => path.resolve(cwd, file))
  if (cert === undefined || key === undefined || rest.length > 0)
    return refused('https requires two files, CERT,KEY; mkcert localhost 127.0.0.1 ::1 creates them')
  const [certBytes, keyBytes] = [readPem(cert), readPem(key)]
  if (!certBytes.ok) return certBytes
  return keyBytes.ok ? { ok: true, value: { cert: certBytes.value, key: keyBytes.value } } : keyBytes
}

function readPem(file: string): Result<Buffer> {
  if (!existsSync(file))
    return refused(`there is no file ${file}; mkcert localhost 127.0.0.1 ::1 creates both`)
  try {
    const bytes = readAtMost(file, MAX_FILE_BYTES)
    return bytes.length > MAX_FILE_BYTES
      ? refused(`${file} is larger than 8 MiB; https requires a certificate and a key as PEM files`)
      : { ok: true, value: bytes }
  } catch (error) {
    return refused(`cannot read ${file}: ${(error as Error).message}`)
  }
}
