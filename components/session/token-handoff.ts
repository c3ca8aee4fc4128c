let waiting: string | undefined

/**
 * Carries a token from one page of the site to the inspector: in memory only, and once, so that it is never in
 * an address, in storage or in the undo history.
 */
export const handOffToken = (token: string) => {
  waiting = token
}

export function takeToken(): string | undefined {
  const token = waiting
  waiting = undefined
  return token
}
