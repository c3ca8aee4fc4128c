/** A value, or one sentence that says what was wrong and what to do. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused

export interface Refused {
  readonly ok: false
  readonly reason: string
}

export const refused = (reason: string): Refused => ({ ok: false, reason })
