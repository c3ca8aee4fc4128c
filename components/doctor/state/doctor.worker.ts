import type { TemplateQuestion } from '@/lib/examine-templates'
import { runExamination, runRepairs } from './run-examination'

/** What the page asks of the worker. */
export interface WorkerRequest {
  readonly id: number
  readonly kind: 'examine' | 'repair'
  readonly question: TemplateQuestion
}

let newest = 0

addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  const { id, kind, question } = data
  if (kind === 'repair') {
    postMessage({ id, done: runRepairs(question) })
    return
  }
  newest = id
  await runExamination(question, step => postMessage({ id, step }), otherMessages(id))
})

/** Lets a newer question in between two steps. */
const otherMessages = (id: number) => () =>
  new Promise<boolean>(resolve => setTimeout(() => resolve(id === newest), 0))
