/** The time that issuer and authorizer share. */
export interface Clock {
  /** Milliseconds since 1970. */
  milliseconds(): number
  /** Whole seconds since 1970. */
  now(): number
  /** Moves the clock; negative seconds move it back. */
  advance(seconds: number): void
}

/** A clock that is fixed at `epoch` (seconds since 1970) until it is moved; without one, the machine's. */
export function makeClock(epoch: number | undefined): Clock {
  let moved = 0
  const milliseconds = () => (epoch === undefined ? Date.now() : epoch * 1000) + moved * 1000
  return {
    milliseconds,
    now: () => Math.floor(milliseconds() / 1000),
    advance: seconds => {
      moved += seconds
    },
  }
}
