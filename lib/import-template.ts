import { compile } from './compile'
import { placeOf, type ReportPlace } from './doctor/report'
import type { SpecError } from './document/error'
import type { Spec } from './document/spec'
import type { Finding } from './findings/finding'
import { fieldOrigins } from './import/field-places'
import { type Imported, importSpec } from './import/import'
import type { ImportEntry } from './import/report'
import { type GivenFile, type ReadOptions, readFiles } from './read/read'

/** What became of one thing of the files, with its place in lines and columns. */
export type ImportedThing = Omit<ImportEntry, 'at'> & { readonly at: ReportPlace | null }

/** A finding about an imported spec, with the places of the files that its fields come from. */
export type ImportFinding = Finding & { readonly at: readonly ReportPlace[] }

/** A valid spec of one API, or the reasons why there is none. */
export type ImportResult =
  | {
      readonly ok: true
      readonly spec: Spec
      readonly report: readonly ImportedThing[]
      /** As of `check`, without those about something that the import invented. */
      readonly findings: readonly ImportFinding[]
    }
  | { readonly ok: false; readonly errors: readonly SpecError[]; readonly report: readonly ImportedThing[] }

/**
 * Makes a spec of what templates deploy. `api` is the id of the API; left out, the one with the most endpoints that ask
 * for a token. What the spec requires and the files do not say is filled in, and listed first in the report.
 *
 * @param files All files of one deployment, as for `diagnose`.
 * @param options Values for parameters, the stage, and the API.
 * @returns The spec and a report of every part of the files, or the reasons why there is no spec.
 */
export function importTemplate(
  files: readonly GivenFile[],
  { api, ...options }: ReadOptions & { readonly api?: string } = {},
): ImportResult {
  const imported = importSpec(readFiles(files, options).deployed, api)
  const report = imported.report.map(entry => ({ ...entry, at: entry.at && placeOf(entry.at) }))
  return imported.ok
    ? { ok: true, spec: imported.spec, report, findings: importedFindings(imported) }
    : { ok: false, errors: imported.errors, report }
}

/** The findings about a spec that come from what the files say, at their places. */
export function importedFindings(imported: Imported): readonly ImportFinding[] {
  const compiled = imported.ok ? compile(imported.spec) : undefined
  if (!compiled?.ok) return []
  const originOf = fieldOrigins(imported.report)
  return compiled.findings().flatMap(finding => {
    const origins = finding.paths.map(originOf)
    if (origins.some(({ isInvented }) => isInvented)) return []
    const places = origins.flatMap(({ at }) => (at ? [placeOf(at)] : []))
    const distinct = new Map(places.map(place => [`${place.file} ${place.line} ${place.column}`, place]))
    return [{ ...finding, at: [...distinct.values()] }]
  })
}
