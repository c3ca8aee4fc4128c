import type { Valid } from '@/components/session/engine'
import type { FormatId } from '@/lib/compile'
import type { ProjectFile } from '@/lib/project/project-file'

export interface ProjectEntry {
  readonly name: string
  readonly note: string
}

export interface ProjectSummary {
  /** The files, a folder of several as one entry. */
  readonly entries: readonly ProjectEntry[]
  /** What its README says to run. */
  readonly command: string
}

const NOTES: Readonly<Record<string, string>> = {
  'README.md': 'how to use it, step by step',
  'wizard.json': 'can be reopened here',
  'package.json': 'its tools and scripts',
  'tsconfig.json': 'strict TypeScript',
  'cdk.json': 'command that cdk runs',
  'deploy.sh': 'deploys it',
}

/** Lists the contents of a downloaded project. */
export function summarizeProject(format: FormatId, compiled: Valid): ProjectSummary {
  const { files, deployCommands } = compiled.project(format)
  return {
    entries: entriesOf(files.filter(({ path }) => !path.startsWith('.'))),
    command: deployCommands.join(' && '),
  }
}

function entriesOf(files: readonly ProjectFile[]): readonly ProjectEntry[] {
  const folders = new Map<string, ProjectFile[]>()
  for (const file of files) {
    const name = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/') + 1) : file.path
    folders.set(name, [...(folders.get(name) ?? []), file])
  }
  return [...folders].map(([name, members]) => {
    const [only] = members
    if (members.length === 1 && only)
      return { name: only.path, note: NOTES[name] ?? `${lines(only.text)} lines` }
    return { name, note: `${members.length} files` }
  })
}

const lines = (text: string) => text.replace(/\n$/, '').split('\n').length
