import { type GivenFile, type ReadOptions, readFiles } from '../read/read'
import { type Diagnosis, diagnoseReading } from './diagnose-reading'

export type { Diagnosis } from './diagnose-reading'

/** Reads files and runs every rule on them. Any text is an answer; nothing throws. */
export const diagnose = (files: readonly GivenFile[], options: ReadOptions = {}): Diagnosis =>
  diagnoseReading(readFiles(files, options))
