import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { AccessGraph } from '@/lib/access-map/graph'
import type { ReportPlace } from '@/lib/doctor/report'
import type { GraphQuestion, TemplateQuestion } from '@/lib/examine-reading'
import type { RepairedTemplates } from '@/lib/examine-templates'
import type { TemplateApi } from '@/lib/template-api'
import type { WorkerQuestion, WorkerRequest } from './doctor.worker'
import type { ExaminationStep } from './run-examination'

/** Answers questions about templates without keeping the page from being used. */
export interface Examiner {
  /** Examines files. Of an earlier question nothing more is told. */
  readonly examine: (question: TemplateQuestion, tell: (step: ExaminationStep) => void) => void
  readonly repairAll: (question: TemplateQuestion) => Promise<RepairedTemplates>
  /** The chosen API as a document of the wizard. */
  readonly importApi: (question: TemplateQuestion) => Promise<TemplateApi>
  /** Who can call what in the chosen API. */
  readonly graph: (question: GraphQuestion) => Promise<AccessGraph<ReportPlace>>
  /** Tells nothing more of the last question. */
  readonly stop: () => void
}

/** Characters up to which files are read in this thread, between two tasks; a worker reads larger ones. */
const MAX_HERE = 100_000

const isSmall = ({ files }: TemplateQuestion) =>
  files.reduce((total, { text }) => total + text.length, 0) <= MAX_HERE

const loadHere = prefetchAfterLoad(() => import('./examine-here'))
/** All readers, the repair of everything, and the import: what is asked for by a click. */
const loadAll = () => import('@/lib/examine-templates')

/** Creates the examiner of the page. `onFailure` gets what only a bug or a missing part of the page can cause. */
export function createExaminer(onFailure: (error: unknown) => void): Examiner {
  let newest = 0
  const remote = createRemote(onFailure)

  async function examineSmall(id: number, question: TemplateQuestion, tell: (step: ExaminationStep) => void) {
    const [{ examineHere }] = await Promise.all([loadHere(), idle()])
    if (id !== newest) return
    await examineHere(question, tell, async () => {
      await idle()
      return id === newest
    })
  }

  return {
    examine(question, tell) {
      const id = ++newest
      const tellNewest = (step: ExaminationStep) => {
        if (id === newest) tell(step)
      }
      if (isSmall(question)) examineSmall(id, question, tellNewest).catch(onFailure)
      else remote.examine(question, tellNewest)
    },
    async repairAll(question) {
      if (!isSmall(question)) return remote.repairAll(question)
      const { repairTemplates } = await loadAll()
      return repairTemplates(question)
    },
    async importApi(question) {
      if (!isSmall(question)) return remote.importApi(question)
      const { importApi } = await loadAll()
      return importApi(question)
    },
    async graph(question) {
      if (!isSmall(question)) return remote.graph(question)
      const { graphByFormat } = await loadHere()
      return graphByFormat(question)
    },
    stop() {
      newest++
    },
  }
}

/** Safari has no idle callbacks. */
const idle = () =>
  new Promise<void>(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 200 })
    else setTimeout(resolve, 0)
  })

type Reply =
  | { readonly id: number; readonly step: ExaminationStep }
  | { readonly id: number; readonly repaired: RepairedTemplates }
  | { readonly id: number; readonly imported: TemplateApi }
  | { readonly id: number; readonly graph: AccessGraph<ReportPlace> }

/** The worker, started when the first large file comes. */
function createRemote(onFailure: (error: unknown) => void) {
  let worker: Worker | undefined
  let last = 0
  const waiting = new Map<number, (reply: Reply) => void>()

  function start(): Worker {
    // Bundlers recognise this form and put the worker into files of this origin, which the policy requires.
    const started = new Worker(new URL('./doctor.worker.ts', import.meta.url), {
      type: 'module',
      name: 'doctor',
    })
    started.onmessage = ({ data }: MessageEvent<Reply>) => waiting.get(data.id)?.(data)
    started.onerror = event => {
      worker = undefined
      onFailure(new Error(event.message || 'The worker of the doctor could not be started.'))
    }
    return started
  }

  function send(request: WorkerQuestion, onReply: (reply: Reply) => void) {
    worker ??= start()
    const id = ++last
    waiting.set(id, onReply)
    worker.postMessage({ ...request, id } satisfies WorkerRequest)
    return id
  }

  const once = <Answer>(request: WorkerQuestion, of: (reply: Reply) => Answer | undefined) =>
    new Promise<Answer>(resolve => {
      const id = send(request, reply => {
        waiting.delete(id)
        const answer = of(reply)
        if (answer) resolve(answer)
      })
    })

  let examining: number | undefined
  return {
    examine(question: TemplateQuestion, tell: (step: ExaminationStep) => void) {
      if (examining !== undefined) waiting.delete(examining)
      examining = send({ kind: 'examine', question }, reply => 'step' in reply && tell(reply.step))
    },
    repairAll: (question: TemplateQuestion) =>
      once({ kind: 'repair', question }, reply => ('repaired' in reply ? reply.repaired : undefined)),
    importApi: (question: TemplateQuestion) =>
      once({ kind: 'import', question }, reply => ('imported' in reply ? reply.imported : undefined)),
    graph: (question: GraphQuestion) =>
      once({ kind: 'graph', question }, reply => ('graph' in reply ? reply.graph : undefined)),
  }
}
