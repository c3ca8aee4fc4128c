import { type ExaminedTemplates, examineReading, type TemplateQuestion } from '@/lib/examine-reading'
import { openFiles } from '@/lib/read/files'
import { readOpened } from '@/lib/read/read-opened'
import type { Readers } from '@/lib/read/readers'

const loaders: { readonly [Format in keyof Readers]-?: () => Promise<NonNullable<Readers[Format]>> } = {
  sam: () => import('@/lib/read/sam/sam'),
  serverless: () => import('@/lib/read/serverless/serverless'),
  openapi: () => import('@/lib/read/openapi/openapi'),
  'aws-snapshot': () => import('@/lib/read/aws-snapshot/aws-snapshot'),
}

const isLoadable = (format: string | undefined): format is keyof Readers =>
  format !== undefined && Object.hasOwn(loaders, format)

/** Examines templates in this thread; the readers of the formats of the files are loaded first. */
export async function examineHere(question: TemplateQuestion): Promise<ExaminedTemplates> {
  const { files, api: _, ...options } = question
  const opened = openFiles(files)
  const formats = [...new Set(opened.map(({ format }) => format))].filter(isLoadable)
  const loaded = await Promise.all(formats.map(async format => [format, await loaders[format]()] as const))
  const readers: Readers = Object.fromEntries(loaded)
  return examineReading(readOpened(opened, options, readers), question)
}
