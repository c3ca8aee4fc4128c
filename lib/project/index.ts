import type { FormatId } from '../emit/emitter'
import { cdkProject } from './cdk'
import { cloudformationProject } from './cloudformation'
import type { Accepted, Project, ProjectFile } from './project'
import { serverlessProject } from './serverless'

const projects: readonly Project[] = [cloudformationProject, serverlessProject, cdkProject]

/** The whole project of one format, with the spec it came from: what `--out DIR` writes and the zip holds. */
export function projectFiles(format: FormatId, compiled: Accepted): readonly ProjectFile[] {
  const project = projects.find(({ formats }) => formats.includes(format))
  if (!project) throw new TypeError(`no project for the format ${format}`)
  return [...project.files(compiled, format), wizardFile(compiled)]
}

const wizardFile = ({ spec }: Accepted): ProjectFile => ({
  path: 'wizard.json',
  text: `${JSON.stringify(spec, null, 2)}\n`,
})
