import module from 'node:module'
import { type Command, type Outcome, RefusedInput, UsageError } from './command'
import { endOnFailedWrites } from './output'
import { printable, printableLines } from './printable'

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
  if (!load) return { status: 2, stderr: `${printable(`unknown command ${word}`)}\n\n${await usage()}` }
  try {
    const command = await load()
    return await command(args)
  } catch (error) {
    if (error instanceof UsageError)
      return { status: 2, stderr: `${printable(`${word}: ${error.message}`)}\n` }
    if (error instanceof RefusedInput)
      return { status: 1, stderr: `${printable(`${word}: ${error.message}`)}\n` }
    throw error
  }
}

// Node.js 22.8 and later can keep compiled modules, in the system's folder for temporary files.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache()
endOnFailedWrites()
const { status, stdout = '', stderr = '' } = await run(process.argv.slice(2))
// Not exit(): it would cut off what a pipe has not taken yet.
process.exitCode = status
process.stderr.write(printableLines(stderr))
process.stdout.write(stdout)
