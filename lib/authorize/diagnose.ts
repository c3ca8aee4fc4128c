import { type Diagnosis, diagnoses } from './diagnoses'

/** What a caller saw. */
export interface Received {
  readonly status?: number
  /** The answer's body or what the browser says, as pasted; headers may stand in front. */
  readonly text: string
}

/** What the answer means, most likely first; empty when it is nothing that API Gateway or Cognito is known to say. */
export function diagnose({ status, text }: Received): readonly Diagnosis[] {
  // Longer pastes are the API's own pages, and what matters stands in front.
  const seen = text.slice(0, 20_000)
  return diagnoses.filter(({ statuses, pattern }) => {
    if (status !== undefined && statuses && !statuses.includes(status)) return false
    if (pattern) return pattern.test(seen)
    return status !== undefined && seen.trim() === ''
  })
}

/** The first three digits that look like a status: `HTTP/2 403`, `403 Forbidden`, `status: 403`. */
export function statusIn(text: string): number | undefined {
  const found = /(?:HTTP\/[\d.]+ |status(?:code)?["']?\s?[:=]\s?|^\s?)([1-5]\d\d)\b/im.exec(
    text.slice(0, 2000),
  )
  return found ? Number(found[1]) : undefined
}
