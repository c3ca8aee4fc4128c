import { type ExaminedTemplates, examineReading, type TemplateQuestion } from './examine-reading'
import { openFiles } from './read/files'
import { readOpened } from './read/read-opened'
import { MissingReader, type Readers } from './read/readers'

type Loaded<Name extends keyof Readers> = NonNullable<Readers[Name]>

const loaders: { readonly [Name in keyof Readers]-?: () => Promise<Loaded<Name>> } = {
  sam: () => import('./read/sam/sam'),
  serverless: () => import('./read/serverless/serverless'),
  openapi: () => import('./read/openapi/openapi'),
  'aws-snapshot': () => import('./read/aws-snapshot/aws-snapshot'),
  http: () => import('./read/cloudformation/http'),
  definition: () => import('./read/openapi/definition'),
}

const isLoadable = (format: string | undefined): format is keyof Readers =>
  format !== undefined && Object.hasOwn(loaders, format)

const load = async (names: readonly (keyof Readers)[]): Promise<Readers> =>
  Object.fromEntries(await Promise.all(names.map(async name => [name, await loaders[name]()] as const)))

/** Examines templates as `examineTemplates` does; loads only the readers that the files need. */
export async function examineByFormat(question: TemplateQuestion): Promise<ExaminedTemplates> {
  const { files, api: _, ...options } = question
  const opened = openFiles(files)
  const formats = opened.flatMap(({ format }) => (isLoadable(format) ? [format] : []))
  let readers = await load([...new Set(formats)])
  for (;;)
    try {
      return examineReading(readOpened(opened, options, readers), question)
    } catch (error) {
      if (!(error instanceof MissingReader)) throw error
      readers = { ...readers, ...(await load([error.reader])) }
    }
}
