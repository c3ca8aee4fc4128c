import { EDITOR_OPTIONS, followMetrics, metricsOf, withoutBracketColors } from '@/components/monaco/options'
import { monaco } from '@/components/monaco/setup'
import { followPageTheme, THEME } from '@/components/monaco/theme'
import type { GivenFile } from '@/lib/read/read'
import { createFindingMarks, type MarkedFinding } from './finding-marks'
import { type Place, rangeOf, smallestEdit, withMarkOf, withoutMark } from './ranges'

export interface TemplateEditorEvents {
  readonly onType: (path: string, text: string) => void
  /** The caret was moved by the user. */
  readonly onCaret: (path: string, line: number, column: number) => void
}

interface OpenFile {
  readonly model: monaco.editor.ITextModel
  /** The text as the page has it, byte order mark included. */
  text: string
}

/** The language of a text, for its colours. */
const languageOf = (text: string): string => (/^\uFEFF?\s*[{[]/.test(text) ? 'json' : 'yaml')

/** The editor of the files: one model for each. The page has the texts and their history; the editor shows them. */
export function createTemplateEditor(host: HTMLElement, events: TemplateEditorEvents) {
  const editor = monaco.editor.create(host, { ...OPTIONS, ...metricsOf(host), model: null, theme: THEME })
  const marks = createFindingMarks()
  const files = new Map<string, OpenFile>()
  const viewStates = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  let shown: string | undefined
  /** Set while the page's own change is written into a model. */
  let writing = false

  function openFile({ path, text }: GivenFile): OpenFile {
    const uri = monaco.Uri.from({ scheme: 'inmemory', authority: 'doctor', path: `/${path}` })
    const model = monaco.editor.createModel(withoutMark(text), languageOf(text), uri)
    withoutBracketColors(model)
    const file: OpenFile = { model, text }
    model.onDidChangeContent(() => {
      if (writing) return
      file.text = withMarkOf(file.text, model.getValue())
      events.onType(path, file.text)
    })
    return file
  }

  function write(file: OpenFile, text: string) {
    file.text = text
    const edit = smallestEdit(file.model, withoutMark(text))
    if (!edit) return
    writing = true
    // Without an undo stack of its own: undo is the page's, over all files.
    file.model.applyEdits([edit])
    writing = false
  }

  const stops = [
    followPageTheme(() => undefined),
    followMetrics(host, editor),
    dispose(
      editor.onDidChangeCursorPosition(({ position, source }) => {
        if (shown !== undefined && source !== 'api' && source !== 'model')
          events.onCaret(shown, position.lineNumber, position.column)
      }),
    ),
  ]

  return {
    /** Shows one of the files, and brings all of them up to date. */
    show(given: readonly GivenFile[], path: string) {
      for (const [known, { model }] of files)
        if (!given.some(file => file.path === known)) {
          model.dispose()
          files.delete(known)
        }
      for (const file of given) {
        const known = files.get(file.path)
        if (!known) files.set(file.path, openFile(file))
        else if (known.text !== file.text) write(known, file.text)
      }
      const next = files.get(path)
      if (!next || editor.getModel() === next.model) return
      if (shown !== undefined) viewStates.set(shown, editor.saveViewState())
      editor.setModel(next.model)
      editor.updateOptions({ ariaLabel: `${path}. F8 goes to the next finding, Tab leaves the editor.` })
      shown = path
      const state = viewStates.get(path)
      if (state) editor.restoreViewState(state)
    },
    /** Marks the places of findings and faults in all files. */
    mark(findings: readonly MarkedFinding[], selected: string | undefined) {
      for (const [path, { model, text }] of files) marks.draw(path, model, text, findings, selected)
    },
    /** Shows a place of the file that is shown. */
    reveal(place: Place, focus: boolean) {
      const file = files.get(place.file)
      if (!file || place.file !== shown) return
      const range = rangeOf(place, file.text)
      editor.setPosition(range.getStartPosition())
      editor.revealRangeInCenterIfOutsideViewport(range)
      if (focus) editor.focus()
    },
    find() {
      editor.focus()
      editor.getAction('actions.find')?.run()
    },
    dispose() {
      for (const stop of stops) stop()
      editor.dispose()
      for (const { model } of files.values()) model.dispose()
    },
  }
}

export type TemplateEditor = ReturnType<typeof createTemplateEditor>

const dispose = (disposable: monaco.IDisposable) => () => disposable.dispose()

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  ...EDITOR_OPTIONS,
  ariaLabel: 'Template',
  tabSize: 2,
  autoIndent: 'keep',
}
