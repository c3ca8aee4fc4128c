import type { GraphQuestion, TemplateQuestion } from '@/lib/examine-reading'
import { examineTemplates, importApi, repairTemplates, templateGraph } from '@/lib/examine-templates'
import { runExamination } from './run-examination'

/** What the page asks of the worker. */
export type WorkerQuestion =
  | { readonly kind: 'examine' | 'repair' | 'import'; readonly question: TemplateQuestion }
  | { readonly kind: 'graph'; readonly question: GraphQuestion }

export type WorkerRequest = WorkerQuestion & { readonly id: number }

let newest = 0

addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  const { id, kind, question } = data
  if (data.kind === 'graph') return postMessage({ id, graph: templateGraph(data.question) })
  if (kind === 'repair') return postMessage({ id, repaired: repairTemplates(question) })
  if (kind === 'import') return postMessage({ id, imported: importApi(question) })
  newest = id
  await runExamination(examineTemplates(question), step => postMessage({ id, step }), otherMessages(id))
})

/** Lets a newer question in between two steps. */
const otherMessages = (id: number) => () =>
  new Promise<boolean>(resolve => setTimeout(() => resolve(id === newest), 0))
