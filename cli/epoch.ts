import { UsageError } from './command'

/** Seconds since 1970 as given on the command line; left out, the clock's. */
export function epoch(given: string | undefined): number {
  if (given === undefined) return Math.floor(Date.now() / 1000)
  const seconds = Number(given)
  if (!/^\d+(\.\d+)?$/.test(given) || seconds > 1e11)
    throw new UsageError(`--now ${given} is no time: it wants seconds since 1970, like 1759345200`)
  return seconds
}
