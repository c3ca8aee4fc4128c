import { compile } from './compile'
import type { SpecError } from './document/error'
import type { Finding } from './findings/finding'

/** What is wrong with a document, and what should be known about a valid one. */
export interface Report {
  /** Why the document is refused; empty for a valid one. */
  readonly errors: readonly SpecError[]
  /** Warnings, then suggestions; acknowledged ones say so. Empty for a refused document. */
  readonly findings: readonly Finding[]
}

/**
 * Checks a document as AWS would.
 *
 * @param document The document `wizard.json`: its JSON value, its JSON text, or the UTF-8 bytes of that text.
 * @returns All errors, or all findings. Bad input of any kind is reported as errors, never thrown.
 */
export function check(document: unknown): Report {
  const compiled = compile(document)
  return compiled.ok
    ? { errors: [], findings: compiled.findings() }
    : { errors: compiled.errors, findings: [] }
}
