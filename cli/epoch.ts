import { UsageError } from './command'

/** Seconds since 1970 as given on the command line; the current time if omitted. */
export function epoch(given: string | undefined): number {
  if (given === undefined) return Math.floor(Date.now() / 1000)
  if (!/^\d+(\.\d+)?$/.test(given))
    throw new UsageError(`--now ${given} is not a time. Use seconds since 1970, such as 1759345200.`)
  return Number(given)
}
