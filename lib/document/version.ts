import { isObject } from './json-document'

/** The version of the document format that this code reads and writes. */
export const CURRENT_VERSION = 1

type Migration = (document: Readonly<Record<string, unknown>>) => unknown

/** Turns version 1 into 2, 2 into 3, and so on: one function for each version before the current one. */
const MIGRATIONS: readonly Migration[] = []

/** Returns the version of a document that a later version of the wizard made, otherwise undefined. */
export function laterVersion(document: unknown): number | undefined {
  const version = isObject(document) ? document.version : undefined
  return typeof version === 'number' && version > CURRENT_VERSION ? version : undefined
}

/** Brings a document of an earlier version to the current one. Any other value is returned unchanged. */
export function migrate(document: unknown, migrations = MIGRATIONS): unknown {
  let migrated = document
  for (const [index, migration] of migrations.entries())
    if (isObject(migrated) && migrated.version === index + 1) migrated = migration(migrated)
  return migrated
}
