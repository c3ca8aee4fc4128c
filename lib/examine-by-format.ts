import type { AccessGraph } from './access-map/graph'
import type { ReportPlace } from './doctor/report'
import {
  type ExaminedTemplates,
  examineReading,
  type GraphQuestion,
  type TemplateQuestion,
} from './examine-reading'
import { openFiles } from './read/files'
import { type Reading, readOpened } from './read/read-opened'
import { MissingReader, type Readers } from './read/readers'

type Loaded<Name extends keyof Readers> = NonNullable<Readers[Name]>

const loaders: { readonly [Name in keyof Readers]-?: () => Promise<Loaded<Name>> } = {
  sam: () => import('./read/sam/sam'),
  serverless: () => import('./read/serverless/serverless'),
  openapi: () => import('./read/openapi/openapi'),
  'aws-snapshot': () => import('./read/aws-snapshot/aws-snapshot'),
  http: () => import('./read/cloudformation/http'),
  refusal: () => import('./read/refusal'),
}

/** The readers that earlier files needed. */
let loaded: Readers = {}

/** Examines templates as `examineTemplates` does; loads only the readers that the files need. */
export async function examineByFormat(question: TemplateQuestion): Promise<ExaminedTemplates> {
  return examineReading(await readByFormat(question), question)
}

/** Who can call what in the chosen API, as a graph. */
export async function graphByFormat({
  access,
  ...question
}: GraphQuestion): Promise<AccessGraph<ReportPlace>> {
  const [reading, { accessGraph }] = await Promise.all([
    readByFormat(question),
    import('./doctor/access-graph'),
  ])
  return accessGraph(reading, access, question.api)
}

async function readByFormat({ files, api: _, ...options }: TemplateQuestion): Promise<Reading> {
  for (;;)
    try {
      return readOpened(openFiles(files, loaded), options, loaded)
    } catch (error) {
      if (!(error instanceof MissingReader)) throw error
      const { reader } = error
      const module = await loaders[reader]()
      loaded = { ...loaded, [reader]: module }
    }
}
