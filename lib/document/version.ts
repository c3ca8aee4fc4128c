import type { SpecError } from './error'
import { specError } from './error-code'
import { isObject } from './json-document'

/** The version of the document format that this code reads and writes. */
export const CURRENT_VERSION = 1

type Migration = (document: Readonly<Record<string, unknown>>) => unknown

/** Turns version 1 into 2, 2 into 3, and so on: one function for each version before the current one. */
const MIGRATIONS: readonly Migration[] = []

/** Returns the error of a document that a later version of the wizard made, otherwise undefined. */
export function laterVersionError(document: unknown): SpecError | undefined {
  const version = isObject(document) ? document.version : undefined
  if (typeof version !== 'number' || version <= CURRENT_VERSION) return undefined
  return specError(
    'VERSION_LATER',
    'version',
    `This document has version ${version}, made by a later version of the wizard, and was not changed. This one reads version ${CURRENT_VERSION}: use the newest one.`,
  )
}

/** Brings a document of an earlier version to the current one. Any other value is returned unchanged. */
export function migrate(document: unknown, migrations = MIGRATIONS): unknown {
  let migrated = document
  for (const [index, migration] of migrations.entries())
    if (isObject(migrated) && migrated.version === index + 1) migrated = migration(migrated)
  return migrated
}
