import type { ProjectFile } from '@/lib/project/project-file'

/** Files in the order of a tree: those of a folder before its folders, each by name. */
export const inTreeOrder = (files: readonly ProjectFile[]): readonly ProjectFile[] =>
  [...files].sort((one, other) => comparePaths(one.path.split('/'), other.path.split('/')))

function comparePaths(one: readonly string[], other: readonly string[]): number {
  const [first = '', ...rest] = one
  const [second = '', ...otherRest] = other
  const isFolder = Number(rest.length > 0) - Number(otherRest.length > 0)
  if (isFolder !== 0) return isFolder
  if (first !== second) return first < second ? -1 : 1
  return rest.length === 0 ? 0 : comparePaths(rest, otherRest)
}
