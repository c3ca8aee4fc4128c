import { diagnose as diagnoseFiles } from './doctor/diagnose'
import { type DiagnosisReport, reportOf } from './doctor/report'
import type { GivenFile, ReadOptions } from './read/read'

/**
 * Reads templates together and reports why an access token is refused: findings with proved repairs, undecided checks
 * with their causes, and who can call which endpoint. A file that cannot be read is listed with the reason.
 *
 * @param files All files of one deployment: CloudFormation, SAM, Serverless Framework, OpenAPI, or a snapshot.
 * @param options Values for parameters, and the stage.
 * @returns The report. Offsets in it are UTF-16 code units of the text as given.
 */
export function diagnose(files: readonly GivenFile[], options: ReadOptions = {}): DiagnosisReport {
  return reportOf(diagnoseFiles(files, options), options)
}
