import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { CompiledTemplate } from '../template'

/** AWS's own SAM translator, which is written in Python and is not on npm. */
export interface SamTranslator {
  readonly version: string
  /** Throws with what the translator says when it refuses the template. */
  readonly expand: (
    template: CompiledTemplate,
    parameters: Readonly<Record<string, string>>,
    region: string,
  ) => Promise<CompiledTemplate>
}

type Python = Pick<ReturnType<typeof spawn>, 'on'> & { readonly stdout: Readable }

type Answer =
  | { readonly version: string }
  | { readonly template: CompiledTemplate }
  | { readonly refused: readonly string[] }

let started: Promise<SamTranslator | undefined> | undefined

/** The translator of this machine, started once; undefined where Python or the translator is missing. */
export const samTranslator = (): Promise<SamTranslator | undefined> => {
  started ??= start()
  return started
}

async function start(): Promise<SamTranslator | undefined> {
  const python = spawn('python3', [path.join(import.meta.dirname, 'translate.py')], {
    env: { ...process.env, AWS_DEFAULT_REGION: 'us-east-1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // It ends with its input, and must not block other work until then.
  python.unref()
  for (const stream of [python.stdin, python.stdout]) (stream as unknown as { unref?(): void }).unref?.()
  const answer = answers(python)
  const first = await answer()
  if (!first || !('version' in first)) return undefined
  let before: Promise<unknown> = Promise.resolve()
  return {
    version: first.version,
    expand(template, parameters, region) {
      const ask = async () => {
        python.stdin.write(`${JSON.stringify({ template, parameters, region })}\n`)
        const made = await answer()
        if (made && 'template' in made) return made.template
        throw new Error(
          `SAM translator: ${made && 'refused' in made ? made.refused.join('\n') : 'no answer'}`,
        )
      }
      const expanded = before.then(ask)
      before = expanded.catch(() => undefined)
      return expanded
    },
  }
}

/** The next line of `python`, undefined once it has ended. */
function answers(python: Python): () => Promise<Answer | undefined> {
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  const failed = new Promise<undefined>(resolve => python.on('error', () => resolve(undefined)))
  return async () => {
    const line = await Promise.race([lines.next(), failed])
    return line === undefined || line.done ? undefined : JSON.parse(line.value)
  }
}
