import { type Command, type Outcome, UsageError } from './command'

/** Loads each command with its modules only when it is called, which keeps the start fast. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  generate: async () => (await import('./generate')).generate,
  check: async () => (await import('./check')).check,
  inspect: async () => (await import('./inspect')).inspect,
  explain: async () => (await import('./explain')).explain,
  'sample-token': async () => (await import('./sample-token')).sampleToken,
  schema: async () => (await import('./schema')).schema,
  local: async () => (await import('./local')).local,
  doctor: async () => (await import('./doctor')).doctor,
  import: async () => (await import('./import')).importCommand,
  snapshot: async () => (await import('./snapshot')).snapshot,
}

const usage = async () => (await import('./usage')).usage

async function run([word, ...args]: readonly string[]): Promise<Outcome> {
  if (word === undefined) return { status: 2, stderr: await usage() }
  if (word === 'help' || word === '--help' || word === '-h' || args.includes('--help'))
    return { status: 0, stdout: await usage() }
  const load = Object.hasOwn(commands, word) ? commands[word] : undefined
  if (!load) return { status: 2, stderr: `unknown command ${word}\n\n${await usage()}` }
  try {
    const command = await load()
    return await command(args)
  } catch (error) {
    if (error instanceof UsageError) return { status: 2, stderr: `${word}: ${error.message}\n` }
    throw error
  }
}

const { status, stdout = '', stderr = '' } = await run(process.argv.slice(2))
process.stderr.write(stderr)
process.stdout.write(stdout)
// Not exit(): it would discard output that a pipe has not read yet.
process.exitCode = status
