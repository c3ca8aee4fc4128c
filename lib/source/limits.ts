/** The largest file that is read, in UTF-16 code units: 1 MiB, CloudFormation's own limit for a template. */
export const MAX_FILE = 1024 * 1024

/** The largest sum of all files. */
export const MAX_TOTAL = 8 * 1024 * 1024

/** The most files that are read together. */
export const MAX_FILES = 64

/** The deepest nesting of lists and maps. */
export const MAX_DEPTH = 120

/** The most nodes of one file, counted after aliases are expanded: a few aliases of aliases make billions. */
export const MAX_NODES = 400_000
