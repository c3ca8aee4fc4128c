import { Worker } from 'node:worker_threads'

/** What became of one call of a function. */
export type Invocation =
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'timeout'; readonly reason: string }

export interface WorkerOptions {
  readonly url: string
  readonly execArgv: readonly string[]
  readonly exportName: string
  readonly functionName: string
  readonly env: Readonly<Record<string, string>>
  /** Milliseconds that the function may take. */
  readonly timeout: number
  readonly onOutput: (stream: 'stdout' | 'stderr', text: string) => void
  /** The thread has ended. */
  readonly onEnd: () => void
}

export interface HandlerWorker {
  /** Event and result as JSON, as Lambda passes them. */
  invoke(event: string, requestId: string): Promise<Invocation>
  /** Takes no more calls and ends after those that run. */
  retire(): void
  terminate(): Promise<void>
}

interface Call {
  readonly id: number
  readonly event: string
  readonly requestId: string
}

interface Reply {
  readonly id: number
  readonly result?: string
  readonly error?: string
}

/** Starts the thread of one function. */
export function startWorker(options: WorkerOptions): HandlerWorker {
  const { url, exportName, functionName, timeout, onOutput } = options
  const worker = new Worker(new URL('./handler-worker.mjs', import.meta.url), {
    workerData: { url, exportName, functionName, timeout },
    env: options.env,
    execArgv: [...options.execArgv],
    stdout: true,
    stderr: true,
  })
  worker.unref()
  for (const stream of ['stdout', 'stderr'] as const)
    worker[stream].setEncoding('utf8').on('data', (text: string) => onOutput(stream, text))

  // Calls that come in the same turn of the event loop are one message: a message costs more than a call.
  const waiting: Call[] = []
  const flush = () => worker.postMessage(waiting.splice(0))
  // An object and not a Map: after each rehash the old table of a Map refers to the new one, so one table that has become
  // old keeps those after it, and the calls in them, until the whole heap is collected.
  const running: Record<number, (invocation: Invocation) => void> = {}
  let [count, open] = [0, 0]
  let retired = false
  let ended = false
  const settle = (id: number, invocation: Invocation) => {
    const finish = running[id]
    if (!finish) return
    delete running[id]
    open--
    finish(invocation)
    if (retired && open === 0) void worker.terminate()
  }
  const end = (reason: string) => {
    ended = true
    for (const id of Object.keys(running)) settle(Number(id), { kind: 'failed', reason })
    options.onEnd()
  }
  worker.on('message', (replies: readonly Reply[]) => {
    for (const { id, result, error } of replies)
      settle(
        id,
        result === undefined
          ? { kind: 'failed', reason: error ?? 'unknown' }
          : { kind: 'result', json: result },
      )
  })
  worker.on('error', error => end(error.stack ?? error.message))
  worker.on('exit', code => end(`Runtime.ExitError: the function ended its process with status ${code}`))

  const retire = () => {
    retired = true
    if (open === 0) void worker.terminate()
  }
  return {
    invoke(event, requestId) {
      if (ended) return Promise.resolve({ kind: 'failed', reason: 'the thread of the function has ended' })
      return new Promise(resolve => {
        const id = count++
        const timer = setTimeout(() => {
          // Lambda ends the environment of a call that times out; other calls in this thread may still finish.
          settle(id, {
            kind: 'timeout',
            reason: `Task timed out after ${(timeout / 1000).toFixed(2)} seconds`,
          })
          retire()
          options.onEnd()
        }, timeout)
        open++
        running[id] = invocation => {
          clearTimeout(timer)
          resolve(invocation)
        }
        if (waiting.push({ id, event, requestId }) === 1) setImmediate(flush)
      })
    },
    retire,
    async terminate() {
      await worker.terminate()
    },
  }
}
