import type { Report } from './check'
import { readSpec } from './document/parse'
import type { Spec } from './document/spec'
import type { OutputMetrics } from './findings/finding'
import { plainFinding, repairableFindings } from './findings/findings'
import { toModel } from './model/to-model'

/** A document of at most these is far below every limit of a template: tests/lib/check-small.test.ts measures it. */
const SMALL = { characters: 2048, endpoints: 6, pathSegments: 12 }

const belowEveryLimit: OutputMetrics = { templateBytes: () => 0, resourceCounts: () => new Map() }

/**
 * Gives the report of `check` without making an output, so that a command need not load the output formats.
 *
 * @returns The same report; undefined for a document that is not small: its template must be measured.
 */
export function checkSmall(document: unknown): Report | undefined {
  const parsed = readSpec(document)
  if (!parsed.ok) return { errors: parsed.errors, findings: [] }
  const { spec } = parsed
  if (!isSmall(spec)) return
  const findings = repairableFindings(spec, toModel(spec), belowEveryLimit)
  return { errors: [], findings: findings.map(plainFinding) }
}

function isSmall(spec: Spec): boolean {
  if (spec.endpoints.length > SMALL.endpoints) return false
  const segments = spec.endpoints.reduce((sum, { path }) => sum + path.split('/').length - 1, 0)
  return segments <= SMALL.pathSegments && JSON.stringify(spec).length <= SMALL.characters
}
