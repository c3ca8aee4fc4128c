import { examine } from '../lib/examine'
import { toInspection } from '../lib/inspect'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { epoch } from './epoch'
import { readInput } from './input'
import { inspection } from './inspection'
import { refused } from './refused'

/**
 * `inspect [--spec FILE] [--now EPOCH] [--jwks FILE] [--user-pool-id ID] [--client-id ID]… [--json] [token or -]`: the
 * decoded token and a verdict for every endpoint. A bad token is an answer, not a failure.
 */
export async function inspect(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    spec: { type: 'string', default: 'wizard.json' },
    now: { type: 'string' },
    jwks: { type: 'string' },
    'user-pool-id': { type: 'string' },
    'client-id': { type: 'string', multiple: true },
    json: { type: 'boolean' },
  })
  const now = epoch(values.now)
  const fromStdin = [values.spec, values.jwks, ...positionals].filter(file => file === '-')
  if (fromStdin.length > 1) throw new UsageError('only one of spec, key set and token can be standard input')

  const document = await readInput(values.spec)
  const examined = await examine(document, await pasteOf(positionals), {
    now,
    ...(values.jwks !== undefined && { jwks: await readText(values.jwks) }),
    ...(values['user-pool-id'] !== undefined && { userPoolId: values['user-pool-id'] }),
    ...(values['client-id'] && { clientIds: values['client-id'] }),
  })
  if (!examined.ok) {
    const ofKeys = examined.errors.some(({ code }) => code === 'JWKS_INVALID')
    return refused(examined.errors, (ofKeys && values.jwks) || values.spec, values.json)
  }
  const { labels, token, ignoredKeys } = examined
  const remarks = [
    ...(token && labels.length > 1
      ? [`${labels.length} tokens found (${labels.join(', ')}): this is about ${token.label}.`]
      : []),
    ...ignoredKeys.map(reason => `${values.jwks}: ${reason}`),
  ]
  return {
    status: 0,
    stdout: values.json ? `${JSON.stringify(toInspection(examined), null, 2)}\n` : inspection(examined, now),
    stderr: remarks.map(remark => `${remark}\n`).join(''),
  }
}

async function pasteOf(positionals: readonly string[]): Promise<string> {
  return positionals.length === 1 && positionals[0] === '-' ? readText('-') : positionals.join(' ')
}

const readText = async (file: string): Promise<string> => new TextDecoder().decode(await readInput(file))
