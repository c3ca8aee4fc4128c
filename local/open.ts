import type { RequestListener } from 'node:http'
import type { SpecError } from '../lib/document/error'
import { match } from '../lib/gateway/route'
import type { LambdaFunction, Model } from '../lib/model/model'
import type { LocalOptions } from './api'
import { unusedOption } from './conflicts'
import { handlersOf, type SpecSource, specSource, tierOf, type UserSource, userSource } from './documents'
import { type Functions, type FunctionsOptions, makeFunctions } from './invoke/functions'
import { makeIssuer } from './issuer/issuer'
import { oncePerTurn } from './once-per-turn'
import { loadKeys } from './pool/keys'
import { makePool, type Pool } from './pool/pool'
import { ADA, type User, userNamed } from './pool/users'
import { type Result, refused } from './result'
import { makeGateway } from './server/gateway'
import { type Listening, listen } from './server/listen'
import { type LiveLog, makeLiveLog } from './server/live-log'
import type { Reports } from './server/log'
import { serve } from './server/serve'
import { readSettings, type Settings } from './settings'
import { type Watched, watchFile } from './watch'

/** The reports of a running server, and what happens to its documents. */
export interface Listeners extends Reports {
  /** The spec has become invalid; the last valid one stays in use. */
  errors(errors: readonly SpecError[]): void
}

/** A server that runs. */
export interface Running {
  readonly ok: true
  readonly source: SpecSource
  /** What the import of a template invented, changed or left out. */
  readonly remarks: readonly string[]
  readonly settings: Settings
  readonly pool: Pool
  readonly functions: Functions
  readonly liveLog: LiveLog
  /** Scheme, host and port of the API. */
  readonly origin: string
  /** The URL of the API with its stage. */
  url(): string
  close(): Promise<void>
}

/** Why it did not start. Status 1: spec or users refused; 2: wrong options, or a port that is in use. */
export interface NotStarted {
  readonly ok: false
  readonly status: 1 | 2
  readonly reason: string
  readonly errors: readonly SpecError[]
}

const not = (status: 1 | 2, reason: string, errors: readonly SpecError[] = []): NotStarted => ({
  ok: false,
  status,
  reason,
  errors,
})

/** Reads everything, starts both servers and watches the documents. */
export async function open(
  options: LocalOptions,
  cwd: string,
  listeners: Listeners,
): Promise<Running | NotStarted> {
  const settings = readSettings(options, cwd)
  if (!settings.ok) return not(2, settings.reason)
  const source = await specSource(options, cwd)
  if (!source.ok) return not(2, source.reason)
  const users = userSource(options, cwd, source.value.folder)
  if (!users.ok) return not(2, users.reason)
  const read = source.value.read()
  if (!read.ok) return not(1, `${source.value.name} is refused`, read.errors)
  const known = users.value?.read(tierOf(read.model))
  if (known && !known.ok) return not(1, known.reason)
  const absent = absentUser(settings.value, known?.value)
  if (absent) return not(2, absent)
  const unused = unusedOption(options, read.model)
  if (unused) return not(2, unused)
  const handlers = handlersOf(options, cwd, source.value.folder)
  if (!handlers.ok) return not(2, handlers.reason)
  const keys = await loadKeys(settings.value.keys)
  if (!keys.ok) return not(2, keys.reason)
  return start({
    settings: settings.value,
    source: source.value,
    model: read.model,
    remarks: read.remarks ?? [],
    keys: keys.value,
    handlers: handlers.value,
    listeners,
    ...(users.value && { userSource: users.value }),
    ...(known && { users: known.value }),
  })
}

interface Parts {
  readonly settings: Settings
  readonly source: SpecSource
  readonly userSource?: UserSource
  readonly model: Model
  readonly remarks: readonly string[]
  readonly users?: readonly User[]
  readonly keys: Parameters<typeof makePool>[0]['keys']
  readonly handlers: FunctionsOptions['handlers']
  readonly listeners: Listeners
}

async function start(parts: Parts): Promise<Running | NotStarted> {
  const { settings, source, model, listeners } = parts
  const { host, tls } = settings
  // The ports are in every token and URL, so both are bound before anything is created that contains them.
  let onApi: RequestListener = (_, response) => response.writeHead(503).end()
  let onIssuer = onApi
  const bind = (port: number, listener: RequestListener) =>
    listen({ host, port, ...(tls && { tls }), onRequest: listener })
  const api = await bind(settings.port, (message, response) => onApi(message, response))
  if (!api.ok) return not(2, api.reason)
  const issuer = await bind(settings.issuerPort, (message, response) => onIssuer(message, response))
  if (!issuer.ok) {
    await api.close()
    return not(2, issuer.reason)
  }
  const originOf = ({ port }: Listening) => `${tls ? 'https' : 'http'}://${shownHost(settings)}:${port}`
  const pool: Pool = makePool({
    trigger: {
      has: node => functions.has(node),
      call: async (node, event) => {
        const called = await callTrigger(functions, pool, node, event)
        if (!called.ok) listeners.output(node.handler, 'stderr', `${called.reason}\n`)
        return called
      },
    },
    model,
    keys: parts.keys,
    issuer: settings.issuer,
    origin: originOf(issuer),
    ...(parts.users && { users: parts.users }),
    ...(settings.seed !== undefined && { seed: settings.seed }),
    ...(settings.now !== undefined && { now: settings.now }),
  })
  const functions: Functions = makeFunctions({
    model: pool.model,
    handlers: parts.handlers,
    env: settings.env,
    timeout: FUNCTION_TIMEOUT,
    onOutput: listeners.output,
  })
  const liveLog = makeLiveLog()
  const gateway = makeGateway({
    pool,
    functions,
    stub: settings.stub,
    timeout: () => (settings.timeout ?? (pool.model().api.type === 'rest' ? 29 : 30)) * 1000,
    reports: {
      ...listeners,
      request: exchange => {
        liveLog.add(exchange)
        listeners.request(exchange)
      },
    },
    origin: originOf(api),
    ...(settings.upstream && { upstream: settings.upstream }),
  })
  const watched = watchDocuments(parts, pool)
  const lookAt = oncePerTurn((document: Watched) => document.look())
  const look = () => watched.forEach(lookAt)
  const common = { host, scheme: tls ? 'https' : 'http', look, liveLog, listeners } as const
  onApi = serve({
    ...common,
    port: api.port,
    answer: gateway,
    // The paths of a REST API begin with its stage, so none can be this page.
    isOwnPage: pathname => pool.model().api.type === 'rest' || !match(pool.model(), 'GET', pathname),
  })
  const answerIssuer = makeIssuer(pool, settings.autoLogin)
  onIssuer = serve({
    ...common,
    port: issuer.port,
    answer: ({ request }) => answerIssuer(request),
    isOwnPage: () => true,
  })
  const { remarks } = parts
  return running({
    settings,
    source,
    remarks,
    pool,
    functions,
    liveLog,
    api,
    issuer,
    origin: originOf(api),
    watched,
  })
}

/** Why nobody could be signed in without a page: the user is not among those of the pool. */
function absentUser({ autoLogin }: Settings, users: readonly User[] = [ADA]): string | undefined {
  const found = autoLogin === undefined ? undefined : userNamed(users, autoLogin)
  return found && !found.ok ? `auto-login: ${found.reason}` : undefined
}

/** Calls the trigger, and reports why it gave no event. */
async function callTrigger(
  functions: Functions,
  { ids }: Pool,
  node: LambdaFunction,
  event: string,
): Promise<Result<string>> {
  const called = await functions.invoke(node, event, ids.uuid())
  return called.kind === 'result' ? { ok: true, value: called.json } : refused(called.reason)
}

/** Seconds that the templates give every function. */
const FUNCTION_TIMEOUT = 10_000

/** A name that browsers and Node resolve to the address. */
function shownHost({ host }: Settings): string {
  if (/^(127\.0\.0\.1|::1|0\.0\.0\.0|::)$/.test(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function watchDocuments(
  { source, settings, userSource: from, listeners }: Parts,
  pool: Pool,
): readonly Watched[] {
  const readAgain = () => {
    const read = source.read()
    if (!read.ok) return listeners.errors(read.errors)
    pool.update(read.model)
    listeners.notice(`${source.name} was reloaded.`)
  }
  const usersAgain = () => {
    const read = from?.read(tierOf(pool.model()))
    if (!read) return
    const fault = read.ok ? absentUser(settings, read.value) : read.reason
    if (!read.ok || fault !== undefined) return listeners.notice(`${fault} (the previous users stay in use)`)
    pool.updateUsers(read.value)
    listeners.notice('The users were reloaded.')
  }
  return [
    ...(source.file === undefined ? [] : [watchFile(source.file, readAgain)]),
    ...(from?.file === undefined ? [] : [watchFile(from.file, usersAgain)]),
  ]
}

interface Started extends Omit<Running, 'ok' | 'url' | 'close'> {
  readonly api: Listening
  readonly issuer: Listening
  readonly watched: readonly Watched[]
}

function running({ api, issuer, watched, ...started }: Started): Running {
  const { origin, pool, functions } = started
  let closing: Promise<void> | undefined
  return {
    ok: true,
    ...started,
    url: () => {
      const { api: made, stage } = pool.model()
      return made.type === 'rest' ? `${origin}/${stage}` : origin
    },
    close() {
      for (const document of watched) document.close()
      closing ??= Promise.all([api.close(), issuer.close(), functions.close()]).then(() => {})
      return closing
    },
  }
}
