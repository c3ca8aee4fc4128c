import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './tree'
import type { Question } from './worker'

/** A process that answers one question at a time; one that takes too long is ended, and the next question gets a new process. */
export class Laboratory {
  readonly #variables: Readonly<Record<string, string>>
  /** For the temporary files of the tests: a process that is ended leaves them behind. */
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutants-worker-'))
  #child: ChildProcess | undefined

  constructor(variables: Readonly<Record<string, string>> = {}) {
    this.#variables = variables
  }

  /** The answer; undefined when there is none after so many seconds, or the process ended. */
  async ask<Answer>(question: Question, seconds: number): Promise<Answer | undefined> {
    const child = await this.#ready()
    const answer = await new Promise<Answer | undefined>(resolve => {
      const none = () => resolve(undefined)
      const timer = setTimeout(none, seconds * 1000)
      child.once('exit', none)
      child.once('message', (message: Answer) => {
        clearTimeout(timer)
        child.off('exit', none)
        resolve(message)
      })
      child.send(question)
    })
    if (answer === undefined) this.close()
    return answer
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  remove(): void {
    this.close()
    fs.rmSync(this.#folder, { recursive: true, force: true })
  }

  async #ready(): Promise<ChildProcess> {
    if (this.#child?.connected) return this.#child
    const child = fork(path.join(import.meta.dirname, 'worker.ts'), {
      cwd: root,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [...process.execArgv, '--max-semi-space-size=64', '--max-old-space-size=3000'],
      // Python does not start: without AWS's translator the goldens of SAM are compared with what is kept of it.
      env: {
        ...process.env,
        ...this.#variables,
        TMPDIR: this.#folder,
        TMP: this.#folder,
        TEMP: this.#folder,
        PYTHONHOME: path.join(root, 'no-python'),
      },
    })
    this.#child = child
    await new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', code => reject(new Error(`the worker ended with ${code} before it was ready`)))
    })
    return child
  }
}
