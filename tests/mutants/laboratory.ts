import { type ChildProcess, fork, spawn } from 'node:child_process'
import path from 'node:path'
import { nameOf, type Stage } from './plan'
import type { Answer, Question } from './tester'

interface Ended {
  readonly ok: boolean
  /** It took longer than its budget and was ended. */
  readonly late: boolean
  readonly seconds: number
  readonly output: string
}

/** Runs stages in `folder`, in processes that lead a group of their own and can be ended with all their workers. */
export class Laboratory {
  readonly #folder: string
  readonly #running = new Set<ChildProcess>()
  #tester: ChildProcess | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  close(): void {
    for (const child of this.#running) end(child)
  }

  /** Puts what is in the folder to one stage; `changed` are the files that are not as at the last call. */
  async run(stage: Stage, changed: readonly string[], budget: number): Promise<Ended> {
    const start = performance.now()
    const child = 'tests' in stage ? await this.#ready() : this.#start(stage.command)
    let late = false
    const timer = setTimeout(() => {
      late = true
      end(child)
    }, budget * 1000)
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    const ok = await new Promise<boolean>(resolve => {
      const closed = (code: number | null) => resolve(code === 0)
      child.once('close', closed)
      if ('command' in stage) return
      child.once('message', ({ failures }: Answer) => {
        child.off('close', closed)
        output = failures.join('\n')
        resolve(failures.length === 0)
      })
      child.send({ changed, tests: stage.tests } satisfies Question)
    })
    clearTimeout(timer)
    child.stdout?.off('data', collect)
    child.stderr?.off('data', collect)
    return { ok: ok && !late, late, seconds: (performance.now() - start) / 1000, output }
  }

  #start(args: readonly string[]): ChildProcess {
    return this.#watch(spawn(process.execPath, args, { cwd: this.#folder, detached: true }))
  }

  async #ready(): Promise<ChildProcess> {
    if (this.#tester && this.#running.has(this.#tester)) return this.#tester
    const file = path.join(this.#folder, 'tests/mutants/tester.ts')
    // Python does not start: without AWS's translator the goldens of SAM are compared with what is kept of it.
    const env = { ...process.env, PYTHONHOME: path.join(this.#folder, 'no-python') }
    const child = this.#watch(fork(file, { cwd: this.#folder, detached: true, silent: true, env }))
    this.#tester = child
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      child.once('close', code => reject(new Error(`the tester ended with ${code}`)))
    })
    return child
  }

  #watch(child: ChildProcess): ChildProcess {
    this.#running.add(child)
    child.once('close', () => this.#running.delete(child))
    return child
  }
}

function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

/** What noticed a mutant: a stage, with its first failure if it is reported, or `time`. */
export interface Noticed {
  readonly stage: string
  readonly failure?: string | undefined
}

/** Puts what is in the folder to one stage; undefined when that notices nothing. */
export async function noticedBy(
  laboratory: Laboratory,
  stage: Stage,
  changed: readonly string[],
  budget: number,
): Promise<Noticed | undefined> {
  const { ok, late, output } = await laboratory.run(stage, changed, budget)
  if (late) return { stage: 'time' }
  return ok
    ? undefined
    : { stage: nameOf(stage), failure: 'tests' in stage ? output.split('\n')[0] : undefined }
}
