import { reasonOf } from './input'
import { printable } from './printable'

/**
 * Makes a failed write end the process. A reader that has seen enough, as `head` does, closes the pipe: that is no
 * failure, and the status stays. Any other reason, such as a full disk, is one line on standard error and status 2.
 */
export function endOnFailedWrites(): void {
  process.stdout.on('error', end)
  // There is no place left to say it.
  process.stderr.on('error', () => process.exit(process.exitCode || 2))
}

function end(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit()
  process.exitCode = 2
  process.stderr.write(printable(`cannot write the output: ${reasonOf(error)}`).concat('\n'), () =>
    process.exit(),
  )
}
