/**
 * The library as it is published. Nothing inside the project imports this file: pages and commands import the module of
 * the one function that they use.
 */
export type { VerdictCode } from './authorize/verdict'
export { check, type Report } from './check'
export {
  type Compilation,
  type Compiled,
  type CompiledProject,
  compile,
  type Format,
  type FormatId,
  formats,
  type Output,
} from './compile'
export { diagnose } from './diagnose'
export type { DiagnosisReport, ReportFinding, ReportPlace } from './doctor/report'
export type { SpecError } from './document/error'
export type { SpecErrorCode } from './document/error-code'
export type { FieldPath } from './document/field-path'
export type { FindingCode } from './document/finding-code'
export type { Spec, SpecInput } from './document/spec'
export type { InspectOptions } from './examine'
export type { Answer, AnswerCode, Origin } from './explain/answer'
export { type ExplainOptions, type Explanation, explain } from './explain/explain'
export type { Finding } from './findings/finding'
export { generateProject } from './generate-project'
export { type ImportedThing, type ImportFinding, type ImportResult, importTemplate } from './import-template'
export { type EndpointVerdict, type InspectedToken, type Inspection, inspect } from './inspect'
export type { ProjectFile } from './project/project-file'
export type { GivenFile, ReadOptions } from './read/read'
export type { Refused, RequestErrorCode } from './request-error'
export { type SampleToken, type SampleTokenOptions, sampleToken } from './sample-token'
export type { TokenKind } from './token/decode'
export type { JsonObject, JsonValue } from './token/json'
export type { PasteNote } from './token/paste-notes'
export type { SignatureState } from './token/signature-state'
