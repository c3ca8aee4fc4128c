import { type ExaminedTemplates, examineReading, type TemplateQuestion } from './examine-reading'
import { openFiles } from './read/files'
import { readOpened } from './read/read-opened'
import type { Readers } from './read/readers'

const loaders: { readonly [Format in keyof Readers]-?: () => Promise<NonNullable<Readers[Format]>> } = {
  sam: () => import('./read/sam/sam'),
  serverless: () => import('./read/serverless/serverless'),
  openapi: () => import('./read/openapi/openapi'),
  'aws-snapshot': () => import('./read/aws-snapshot/aws-snapshot'),
}

const isLoadable = (format: string | undefined): format is keyof Readers =>
  format !== undefined && Object.hasOwn(loaders, format)

/** Examines templates as `examineTemplates` does; loads only the readers of the formats that the files have. */
export async function examineByFormat(question: TemplateQuestion): Promise<ExaminedTemplates> {
  const { files, api: _, ...options } = question
  const opened = openFiles(files)
  const formats = [...new Set(opened.map(({ format }) => format))].filter(isLoadable)
  const loaded = await Promise.all(formats.map(async format => [format, await loaders[format]()] as const))
  const readers: Readers = Object.fromEntries(loaded)
  return examineReading(readOpened(opened, options, readers), question)
}
