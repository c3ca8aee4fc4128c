import { formats } from '../lib/formats'
import { check } from './check'
import { type Command, type Outcome, UsageError } from './command'
import { explain } from './explain'
import { generate } from './generate'
import { inspect } from './inspect'
import { sampleToken } from './sample-token'
import { schema } from './schema'

const commands: Readonly<Record<string, Command>> = {
  generate,
  check,
  inspect,
  explain,
  'sample-token': sampleToken,
  schema,
}

const USAGE = `cognito-scope-wizard <command>

  generate --format ID [--out DIR] [--json] [spec.json]
           the text of one format: ${formats.map(({ id }) => id).join(', ')};
           with --out its whole project, every file
  check [--json] [spec.json]
           errors and findings
  inspect --spec spec.json [--now EPOCH] [--jwks FILE] [--user-pool-id ID] [--client-id ID]… [--json] [token or -]
           the decoded token and a verdict for every endpoint
  explain [--api rest|http] [--json] [text or -]
           what a response of API Gateway, Cognito or a browser means
  sample-token --spec spec.json --client NAME [--scope FULL]… [--use access|id] [--now EPOCH] [--jwks FILE]
           a signed sample token; its public keys are written to FILE
  schema   JSON Schema of the spec

Without a spec file: wizard.json in this folder. "-" is standard input.
Exit status: 0 done, 1 the input was refused, 2 wrong usage.
`

async function run([word, ...args]: readonly string[]): Promise<Outcome> {
  if (word === undefined) return { status: 2, stderr: USAGE }
  if (word === 'help' || word === '--help' || word === '-h' || args.includes('--help'))
    return { status: 0, stdout: USAGE }
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined
  if (!command) return { status: 2, stderr: `unknown command ${word}\n\n${USAGE}` }
  try {
    return await command(args)
  } catch (error) {
    if (error instanceof UsageError) return { status: 2, stderr: `${word}: ${error.message}\n` }
    throw error
  }
}

const { status, stdout = '', stderr = '' } = await run(process.argv.slice(2))
process.stderr.write(stderr)
process.stdout.write(stdout)
// Not exit(): it would cut off what a pipe has not taken yet.
process.exitCode = status
