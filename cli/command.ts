/** What a command answers. Status 0: done; 1: the input was refused; 2: wrong usage, or a file that cannot be used. */
export interface Outcome {
  readonly status: 0 | 1 | 2
  readonly stdout?: string
  readonly stderr?: string
}

/** Runs one command: its arguments → what to print. */
export type Command = (args: readonly string[]) => Promise<Outcome>

/** The arguments are not valid: `message` names the argument and the remedy. Becomes status 2. */
export class UsageError extends Error {}

/** An input that no command reads further: `message` says why and what to give instead. Becomes status 1. */
export class RefusedInput extends Error {}
