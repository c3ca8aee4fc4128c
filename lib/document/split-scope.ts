/** A full scope in the two parts that people name it by. */
export interface SplitScope {
  /** The identifier of the resource server with the slash after it; empty for a scope without one. */
  readonly prefix: string
  readonly name: string
}

/**
 * Splits a full scope after the identifier of its resource server. Identifiers may contain slashes and one may be the
 * start of another, so the longest declared one counts; without a declared one the last slash does, because the name of
 * a scope contains none.
 */
export function splitScope(fullScope: string, identifiers: readonly string[]): SplitScope {
  const declared = identifiers.filter(identifier => fullScope.startsWith(`${identifier}/`))
  const longest = Math.max(0, ...declared.map(({ length }) => length))
  const end = (longest || fullScope.lastIndexOf('/')) + 1
  return { prefix: fullScope.slice(0, end), name: fullScope.slice(end) }
}
