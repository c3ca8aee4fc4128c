import { jsonSchema } from '../lib/document/json-schema'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'

/** `schema`: the JSON Schema of the spec. */
export async function schema(args: readonly string[]): Promise<Outcome> {
  const { positionals } = parseArguments(args, {})
  if (positionals.length > 0)
    throw new UsageError(`schema accepts no arguments; remove ${positionals.join(' ')}`)
  return { status: 0, stdout: `${JSON.stringify(jsonSchema(), null, 2)}\n` }
}
