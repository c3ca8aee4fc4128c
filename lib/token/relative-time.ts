const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Formats a number of seconds: `12 minutes`, `1 hour`, `45 seconds`, rounded down. */
export function duration(seconds: number): string {
  const length = Math.abs(seconds)
  const [name, size] = UNITS.find(([, unit]) => length >= unit) ?? ['second', 1]
  const count = Math.floor(length / size)
  return `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`
}

/** Formats a time relative to now: `in 12 minutes`, `48 minutes ago`, `now`; both in seconds since 1970. */
export function relativeTime(time: number, now: number): string {
  const distance = time - now
  if (Math.abs(distance) < 1) return 'now'
  return distance > 0 ? `in ${duration(distance)}` : `${duration(distance)} ago`
}
