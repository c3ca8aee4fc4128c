/** Result of a command. Status 0: done; 1: the input was refused; 2: wrong usage. */
export interface Outcome {
  readonly status: 0 | 1 | 2
  readonly stdout?: string
  readonly stderr?: string
}

/** Runs one command: its arguments → what to print. */
export type Command = (args: readonly string[]) => Promise<Outcome>

/** The arguments are not valid: `message` names the argument and the remedy. Becomes status 2. */
export class UsageError extends Error {}
