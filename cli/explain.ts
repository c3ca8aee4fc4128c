import { type ExplainOptions, explain as explainText, NOT_RECOGNIZED } from '../lib/explain/explain'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { readInput } from './input'
import { printable, printableJson } from './printable'

/** The explanation reads 20,000 characters, which are at most three bytes each. */
const MAX_BYTES = 60_000

/** `explain [--api rest|http] [--json] [text or -]`: what a response means. Any text is an input. */
export async function explain(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    api: { type: 'string' },
    json: { type: 'boolean' },
  })
  const text = await textOf(positionals)
  const { recognized, status, answers } = explainText(text, optionsOf(values.api))
  if (values.json) {
    const shown = answers.map(({ code, from, title, causes, fix }) => ({ code, from, title, causes, fix }))
    return { status: 0, stdout: `${printableJson({ recognized, status, answers: shown }, 2)}\n` }
  }
  const lines = answers.flatMap(({ code, from, title, causes, fix, source, wording }) => [
    `${title} [${code}, from: ${from}]`,
    ...causes.map(cause => `  - ${cause}`),
    `  Fix: ${fix}`,
    ...(source ? [`  See ${source}`] : []),
    ...(wording === 'general' ? ['  The wording of this response is not documented.'] : []),
  ])
  return {
    status: 0,
    stdout: `${(recognized ? lines : [NOT_RECOGNIZED]).map(printable).join('\n')}\n`,
  }
}

function optionsOf(api: string | undefined): ExplainOptions {
  if (api === undefined) return {}
  if (api === 'rest' || api === 'http') return { api }
  throw new UsageError(`--api ${api} is not an API type. Use rest or http.`)
}

/** The text of the arguments, or of standard input for `-` and for no argument. */
async function textOf(positionals: readonly string[]): Promise<string> {
  const isStdin = positionals.length === 0 || (positionals.length === 1 && positionals[0] === '-')
  return isStdin ? new TextDecoder().decode(await readInput('-', MAX_BYTES)) : positionals.join(' ')
}
