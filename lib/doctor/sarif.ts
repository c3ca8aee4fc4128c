import type { DiagnosisReport, ReportFinding, ReportPlace } from './report'
import { rules } from './rules'

/**
 * The findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code scanning pages.
 * Undecided checks are results of the kind `open`, which such pages do not count.
 */
export function sarifOf(report: DiagnosisReport): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cognito-scope-wizard',
            rules: rules.map(({ code, severity, source }) => ({
              id: code,
              helpUri: source,
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.files.some(({ read }) => read !== 'refused'),
            toolExecutionNotifications: report.files.flatMap(notificationsOf),
          },
        ],
        artifacts: report.files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: [
          ...report.findings.map(finding => ({
            ruleId: finding.code,
            level: LEVELS[finding.severity],
            message: { text: `${finding.message} ${finding.why} ${finding.fix}` },
            locations: finding.at.slice(0, 1).map(locationOf),
            relatedLocations: finding.at.slice(1).map(locationOf),
            ...(finding.repair && { fixes: [fixOf(finding.repair, report)] }),
          })),
          ...report.undecided.map(({ code, message, at }) => ({
            ruleId: code,
            kind: 'open',
            level: 'none',
            message: { text: message },
            locations: at.map(locationOf),
          })),
        ],
      },
    ],
  }
}

const LEVELS = { error: 'error', warning: 'warning', suggestion: 'note' } as const

/** What of a file could not be read. */
const notificationsOf = ({ path, read, problems }: DiagnosisReport['files'][number]) =>
  problems.map(({ line, column, message }) => ({
    level: read === 'refused' ? 'error' : 'warning',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }))

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const locationOf = (place: ReportPlace) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(place.file) },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
    },
  },
  ...(place.logicalId !== undefined && { logicalLocations: [{ name: place.logicalId, kind: 'resource' }] }),
})

function fixOf({ label, edits }: NonNullable<ReportFinding['repair']>, { files }: DiagnosisReport): object {
  return {
    description: { text: label },
    artifactChanges: files
      .map(({ path }) => ({ path, own: edits.filter(({ file }) => file === path) }))
      .filter(({ own }) => own.length > 0)
      .map(({ path, own }) => ({
        artifactLocation: { uri: uriOf(path) },
        replacements: own.map(({ start, end, text }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          ...(text !== '' && { insertedContent: { text } }),
        })),
      })),
  }
}
