import { createStore, type ReadableStore } from '@/components/ui/store'
import type { AccessGraph } from '@/lib/access-map/graph'
import type { ReportPlace } from '@/lib/doctor/report'
import type { GivenFile } from '@/lib/read/read'
import {
  type Examination,
  type ExaminedFinding,
  examinationOf,
  type Fault,
  faultsOf,
  isBroken,
  withRepairs,
} from './examination'
import type { Examiner } from './examiner'
import { createFileHistory } from './file-history'
import { firstChanged, isSameFiles, repaired, type Texts, textsOf, withFiles, withText } from './files'

/** A change that is shown before it is applied. */
export interface ShownChange {
  /** Key of the finding. */
  readonly key: string
  /** Which of its repairs. */
  readonly choice: number
}

export interface DoctorState {
  /** The files as they are now; empty before any was given. */
  readonly files: readonly GivenFile[]
  /** The text of each file as it was given. */
  readonly given: Texts
  /** The text of each file when the changed ones were last downloaded. */
  readonly downloaded: Texts
  /** Path of the file in the editor. */
  readonly shown: string
  /** Answers to what the files do not say, by name. */
  readonly answers: Readonly<Record<string, string>>
  /** Id of the chosen API. */
  readonly api: string | undefined
  /** The last files that could be read. Absent until then. */
  readonly examination: Examination | undefined
  /** Why files, or parts of them, cannot be read. */
  readonly faults: readonly Fault[]
  /** The examination is that of earlier files: one that could be read then cannot be read any more. */
  readonly isOld: boolean
  /** The files, or the answers, have changed since they were examined. */
  readonly isReading: boolean
  /** Key of the selected finding. */
  readonly selected: string | undefined
  readonly change: ShownChange | undefined
  readonly undo: string | undefined
  readonly redo: string | undefined
  /** Files of a folder that were left out, because they are not templates. */
  readonly leftOut: number
  readonly failure: unknown
}

const EMPTY: DoctorState = {
  files: [],
  given: new Map(),
  downloaded: new Map(),
  shown: '',
  answers: {},
  api: undefined,
  examination: undefined,
  faults: [],
  isOld: false,
  isReading: false,
  selected: undefined,
  change: undefined,
  undo: undefined,
  redo: undefined,
  leftOut: 0,
  failure: undefined,
}

const PAUSE_MS = 150

/** Where the editor is asked to go. `serial` makes each request a new one. */
export interface Visit {
  readonly place: Pick<ReportPlace, 'file' | 'line' | 'column'> & Partial<ReportPlace>
  /** The editor gets focus. */
  readonly focus: boolean
  readonly serial: number
}

export interface Doctor {
  readonly state: ReadableStore<DoctorState>
  readonly visit: ReadableStore<Visit | undefined>
  /** Starts with other files. Of a folder, files that are not templates are left out. */
  readonly open: (files: readonly GivenFile[], isFolder?: boolean) => void
  readonly add: (files: readonly GivenFile[]) => void
  readonly removeFile: (path: string) => void
  /** Forgets the files; returns a function that brings them back. */
  readonly close: () => () => void
  readonly type: (path: string, text: string) => void
  readonly show: (path: string) => void
  /** Selects a finding, or none. */
  readonly select: (key: string | undefined) => void
  readonly goTo: (place: Visit['place'], focus: boolean) => void
  /** Gives a value for a parameter or a variable; undefined takes it back. */
  readonly answer: (name: string, value: string | undefined) => void
  readonly chooseApi: (id: string) => void
  /** Makes a document of the wizard of the chosen API, for the last examination. */
  readonly importApi: () => Promise<void>
  /** Who can call what in the chosen API, for the last examination. */
  readonly accessGraph: () => Promise<AccessGraph<ReportPlace> | undefined>
  readonly showChange: (change: ShownChange | undefined) => void
  /** Applies a proved change. False if the files have changed since it was proved. */
  readonly apply: (change: ShownChange) => boolean
  /** Applies every change that can be proved, one by one; the labels of what was done. */
  readonly applyAll: () => Promise<readonly string[]>
  readonly undo: () => void
  readonly redo: () => void
  /** Notes that files were downloaded with these texts. */
  readonly noteDownload: (files: readonly GivenFile[]) => void
}

/** Creates the state of the page. Nothing of it leaves the memory of the tab. */
export function createDoctor(createExaminer: (onFailure: (error: unknown) => void) => Examiner): Doctor {
  const store = createStore<DoctorState>(EMPTY)
  const visit = createStore<Visit | undefined>(undefined)
  const history = createFileHistory()
  const examiner = createExaminer(failure => update({ failure, isReading: false }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let serial = 0
  let isFolder = false

  const update = (change: Partial<DoctorState>) => store.set({ ...store.get(), ...change })
  const goTo = (place: Visit['place'], focus: boolean) => {
    // A change is shown in place of the editor.
    update({ shown: place.file, change: undefined })
    visit.set({ place, focus, serial: ++serial })
  }

  function schedule(pause: number) {
    clearTimeout(timer)
    examiner.stop()
    update({ isReading: true })
    timer = setTimeout(examine, pause)
  }

  const question = () => {
    const { files, answers, api } = store.get()
    const { 'opt:stage': stage, ...parameters } = answers
    return { files, parameters, ...(stage !== undefined && { stage }), ...(api !== undefined && { api }) }
  }

  function examine() {
    const asked = question()
    if (asked.files.length === 0) return
    examiner.examine(asked, step => {
      const { examination } = store.get()
      if (step.kind === 'repairs') {
        if (examination) update({ examination: withRepairs(examination, step.index, step.repairs) })
        return
      }
      const { report } = step
      if (isFolder && leaveOutOthers(report.files)) return
      if (isBroken(examination, report))
        return update({ faults: faultsOf(report), isOld: true, isReading: false })
      take(examinationOf(asked.files, step), faultsOf(report))
    })
  }

  function take(examination: Examination, faults: readonly Fault[]) {
    const { selected } = store.get()
    const isThere = examination.findings.some(({ key }) => key === selected)
    update({ examination, faults, isOld: false, isReading: false, selected: isThere ? selected : undefined })
  }

  /** A folder contains other files too. Without any template all of them stay, each with the reason. */
  function leaveOutOthers(read: readonly { readonly path: string; readonly read: string }[]): boolean {
    isFolder = false
    const refused = new Set(read.flatMap(file => (file.read === 'refused' ? [file.path] : [])))
    if (refused.size === 0 || refused.size === read.length) return false
    const files = store.get().files.filter(({ path }) => !refused.has(path))
    update({ files, shown: files[0]?.path ?? '', leftOut: refused.size })
    examine()
    return true
  }

  /** Sets the files after a step of undo was noted. */
  function setFiles(files: readonly GivenFile[], pause: number) {
    update({ files, change: undefined, ...history.labels() })
    schedule(pause)
  }

  function restore(files: readonly GivenFile[] | undefined) {
    if (!files) return
    const before = store.get()
    const changed = firstChanged(before.files, files) ?? before.shown
    update({ shown: files.some(({ path }) => path === changed) ? changed : (files[0]?.path ?? '') })
    setFiles(files, 0)
  }

  const findingOf = (key: string): ExaminedFinding | undefined =>
    store.get().examination?.findings.find(finding => finding.key === key)

  return {
    state: store,
    visit,
    open(files, folder = false) {
      history.clear()
      isFolder = folder
      const opened = withFiles([], files)
      update({ ...EMPTY, files: opened, given: textsOf(opened), shown: opened[0]?.path ?? '' })
      schedule(0)
    },
    add(files) {
      const { files: before, given } = store.get()
      history.record(before, 'Add files')
      const after = withFiles(before, files)
      const texts = new Map(after.map(({ path, text }) => [path, given.get(path) ?? text]))
      update({ given: texts, shown: files[0]?.path ?? store.get().shown })
      setFiles(after, 0)
    },
    removeFile(path) {
      const { files, shown } = store.get()
      const rest = files.filter(file => file.path !== path)
      if (rest.length === 0) return
      history.record(files, `Remove ${path}`)
      if (shown === path) update({ shown: rest[0]?.path ?? '' })
      setFiles(rest, 0)
    },
    close() {
      const before = store.get()
      clearTimeout(timer)
      examiner.stop()
      history.clear()
      store.set(EMPTY)
      return () => {
        history.clear()
        store.set({ ...before, ...history.labels() })
        schedule(0)
      }
    },
    type(path, text) {
      const { files } = store.get()
      history.recordTyping(files, path, performance.now())
      setFiles(withText(files, path, text), PAUSE_MS)
    },
    show: path => update({ shown: path }),
    select: key => update({ selected: key, change: undefined }),
    goTo,
    answer(name, value) {
      const { [name]: _, ...others } = store.get().answers
      update({ answers: value === undefined ? others : { ...others, [name]: value } })
      schedule(0)
    },
    chooseApi(id) {
      update({ api: id })
      schedule(0)
    },
    async importApi() {
      const { examination } = store.get()
      if (!examination || examination.api) return
      try {
        const api = await examiner.importApi({ ...question(), files: examination.files })
        const now = store.get().examination
        // Repairs of the same examination may have come in the meantime.
        if (now?.report === examination.report) update({ examination: { ...now, api } })
      } catch (failure) {
        update({ failure })
      }
    },
    async accessGraph() {
      const { examination: last } = store.get()
      return last && examiner.graph({ ...question(), files: last.files, access: last.report.access })
    },
    showChange(change) {
      const place = change && findingOf(change.key)?.repairs?.[change.choice]?.edits[0]?.file
      update({
        change,
        ...(change && { selected: change.key }),
        ...(place !== undefined && { shown: place }),
      })
    },
    apply({ key, choice }) {
      const { files, examination } = store.get()
      const repair = findingOf(key)?.repairs?.[choice]
      if (!repair || !examination || !isSameFiles(files, examination.files)) return false
      history.record(files, repair.label)
      setFiles(repaired(files, repair), 0)
      return true
    },
    async applyAll() {
      const { files } = store.get()
      const done = await examiner.repairAll(question()).catch((failure: unknown) => update({ failure }))
      if (!done || done.labels.length === 0 || !isSameFiles(files, store.get().files)) return []
      const { labels } = done
      history.record(files, labels.length === 1 ? labels[0]! : `${labels.length} changes`)
      setFiles(done.files, 0)
      return labels
    },
    undo: () => restore(history.undo(store.get().files)),
    redo: () => restore(history.redo(store.get().files)),
    noteDownload: files => update({ downloaded: new Map([...store.get().downloaded, ...textsOf(files)]) }),
  }
}
