import path from 'node:path'
import type { LambdaFunction, Model } from '../../lib/model/model'
import type { Handler } from '../api'
import { oncePerTurn } from '../once-per-turn'
import { functionEnvironment } from './environment'
import { dependencies, handlerFile, stampOf } from './handler-file'
import { type Runnable, runnable } from './typescript'
import { type HandlerWorker, type Invocation, startWorker } from './worker'

export interface FunctionsOptions {
  readonly model: () => Model
  /** Where handler files are looked for, or the handlers themselves by `bin/orders.list`. */
  readonly handlers: string | Readonly<Record<string, Handler>>
  readonly env: Readonly<Record<string, string>>
  /** Milliseconds that a function may take. */
  readonly timeout: number
  readonly onOutput: (handler: string, stream: 'stdout' | 'stderr', text: string) => void
}

export type Called = Invocation | { readonly kind: 'missing'; readonly reason: string }

export interface Functions {
  invoke(node: LambdaFunction, event: string, requestId: string): Promise<Called>
  /** Whether the function has a handler here. */
  has(node: LambdaFunction): boolean
  close(): Promise<void>
}

interface Loaded {
  readonly stamp: string
  readonly files: readonly string[]
  readonly worker: HandlerWorker
}

/** The functions of the API, each in a thread that is replaced when its file or one that it imports changes. */
export function makeFunctions(options: FunctionsOptions): Functions {
  const { handlers } = options
  return typeof handlers === 'string' ? inThreads(options, handlers) : inProcess(options, handlers)
}

function inThreads(options: FunctionsOptions, dir: string): Functions {
  const loaded = new Map<string, Loaded>()
  const loading = new Map<string, Promise<Loaded | string>>()
  const fileOf = oncePerTurn((node: LambdaFunction) => handlerFile(dir, node))
  const stampNow = oncePerTurn(({ files }: Loaded) => stampOf(files))

  async function load(node: LambdaFunction, file: string): Promise<Loaded | string> {
    const files = dependencies(file)
    const stamp = stampOf(files)
    const made = await runnable(file)
    if (!made.ok) return made.reason
    const entry: Loaded = { stamp, files, worker: start(node, made.value) }
    loaded.get(node.handler)?.worker.retire()
    loaded.set(node.handler, entry)
    return entry
  }

  function start(node: LambdaFunction, { url, execArgv, dispose }: Runnable): HandlerWorker {
    const model = options.model()
    const name = `${model.service}-${model.stage}-${node.id}`
    const worker = startWorker({
      url,
      execArgv,
      exportName: node.exportName,
      functionName: name,
      env: functionEnvironment(model, node, name, dir, options.env),
      timeout: options.timeout,
      onOutput: (stream, text) => options.onOutput(node.handler, stream, text),
      onEnd: () => {
        dispose()
        if (loaded.get(node.handler)?.worker === worker) loaded.delete(node.handler)
      },
    })
    return worker
  }

  function current(node: LambdaFunction, file: string): Promise<Loaded | string> {
    const there = loaded.get(node.handler)
    if (there && there.files[0] === file && there.stamp === stampNow(there)) return Promise.resolve(there)
    const under = loading.get(node.handler)
    if (under) return under
    const started = load(node, file).finally(() => loading.delete(node.handler))
    loading.set(node.handler, started)
    return started
  }

  return {
    has: node => handlerFile(dir, node) !== undefined,
    async invoke(node, event, requestId) {
      const file = fileOf(node)
      if (file === undefined)
        return {
          kind: 'missing',
          reason: `there is no file ${path.join(dir, node.file)}.mjs, .js, .cjs, .ts or .mts`,
        }
      const entry = await current(node, file)
      return typeof entry === 'string'
        ? { kind: 'failed', reason: entry }
        : entry.worker.invoke(event, requestId)
    },
    async close() {
      await Promise.all([...loaded.values()].map(({ worker }) => worker.terminate()))
      loaded.clear()
    },
  }
}

function inProcess(options: FunctionsOptions, handlers: Readonly<Record<string, Handler>>): Functions {
  const has = ({ handler }: LambdaFunction) => Object.hasOwn(handlers, handler)
  return {
    has,
    async invoke(node, event) {
      const handler = has(node) ? handlers[node.handler] : undefined
      if (!handler) return { kind: 'missing', reason: `handlers has no ${node.handler}` }
      return limited(options.timeout, async () => {
        try {
          return { kind: 'result', json: JSON.stringify(await handler(JSON.parse(event))) ?? 'null' }
        } catch (error) {
          return {
            kind: 'failed',
            reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }
        }
      })
    },
    close: async () => {},
  }
}

/** What `work` gives, or a timeout after so many milliseconds. */
async function limited(timeout: number, work: () => Promise<Invocation>): Promise<Invocation> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Invocation>(resolve => {
    timer = setTimeout(
      () =>
        resolve({ kind: 'timeout', reason: `Task timed out after ${(timeout / 1000).toFixed(2)} seconds` }),
      timeout,
    )
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
