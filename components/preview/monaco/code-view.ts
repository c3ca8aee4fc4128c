import { EDITOR_OPTIONS, followMetrics, metricsOf, withoutBracketColors } from '@/components/monaco/options'
import { type CodeEditor, monaco } from '@/components/monaco/setup'
import { followPageTheme, THEME } from '@/components/monaco/theme'
import type { Output } from '@/components/session/engine'
import type { LineChange } from '@/components/ui/line-changes'
import { type FieldPath, isWithin } from '@/lib/document/field-path'
import { blockChanges } from '../block-changes'
import { changedParts } from '../changed-part'
import { explain } from '../explanation'
import { linesOf } from '../lines-of-field'
import { createFocusedLabel } from './focused-label'
import { createLineExplanation } from './line-explanation'
import { onLinePointer } from './line-pointer'
import { type Changed, createMarks } from './marks'

export interface CodeFile {
  readonly id: string
  readonly language: string
  readonly output: Output
}

export interface CodeViewEvents {
  /** A line was clicked, or Enter was pressed on it. */
  readonly onField: (path: FieldPath) => void
  readonly labelOf: (path: FieldPath) => string
}

interface Shown {
  readonly file: CodeFile
  readonly model: monaco.editor.ITextModel
}

/** Larger changes are treated as another document: no lines are highlighted. */
const DOCUMENT_SHARE = 0.6

/** The read-only editor: one model for each file, edited in place so that scroll, folding and marks stay. */
export function createCodeView(host: HTMLElement, { onField, labelOf }: CodeViewEvents) {
  const editor = monaco.editor.create(host, { ...OPTIONS, ...metricsOf(host), model: null, theme: THEME })
  const marks = createMarks(editor)
  const label = createFocusedLabel(editor)
  const files = new Map<string, Shown>()
  const viewStates = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  let shown: Shown | undefined
  let focused: FieldPath | undefined
  /** The field of the line that was clicked: a client's line lights the whole client, though its name gets focus. */
  let asked: FieldPath | undefined

  /** Sets the marks in the same task as the text: Monaco then draws both in one frame. */
  function draw({ changed, follow }: { readonly changed?: Changed | undefined; readonly follow: boolean }) {
    if (!shown) return
    const lit = focused === undefined ? undefined : linesOf(focused, shown.file.output.blocks)
    marks.band(lit?.lines ?? [])
    label.show(lit?.lines[0], focused === undefined ? undefined : labelOf(focused))
    if (changed) marks.glow(changed)
    const touched = changed ? [...changed.changed, ...changed.added].sort((a, b) => a - b) : []
    const wanted = touched.length > 0 ? touched : follow ? (lit?.lines ?? []) : []
    const own = new Set(lit?.lines)
    bringIntoView(
      editor,
      wanted.filter(line => own.has(line)),
      wanted,
    )
  }

  function update(file: CodeFile) {
    const known = files.get(file.id)
    if (!known) {
      const uri = monaco.Uri.parse(`inmemory://output/${file.id}`)
      const created = { file, model: monaco.editor.createModel(file.output.text, file.language, uri) }
      withoutBracketColors(created.model)
      files.set(file.id, created)
      return { entry: created, changed: undefined }
    }
    const entry = { file, model: known.model }
    files.set(file.id, entry)
    const changed = edit(known.model, known.file.output, file.output)
    // For benchmarks: nothing in the page listens to it.
    host.dispatchEvent(new Event('edited', { bubbles: true }))
    return { entry, changed }
  }

  function ask(field: FieldPath) {
    asked = field
    onField(field)
  }
  const fieldOf = (line: number) => shown?.file.output.fields[line - 1]
  const fieldAt = (line: number | undefined) => {
    const field = line === undefined ? undefined : fieldOf(line)
    // The version of the document is the only part that cannot be edited.
    return field === 'version' ? undefined : field
  }
  const explanation = createLineExplanation(editor, line => {
    const field = fieldOf(line)
    return field === undefined ? undefined : explain(shown?.model.getLineContent(line) ?? '', field)
  })
  const stops = [
    followPageTheme(marks.recolor),
    followMetrics(host, editor),
    onLinePointer(host, editor, {
      over(line) {
        const field = fieldAt(line)
        explanation.over(line)
        marks.hover(field === undefined ? undefined : line)
        host.classList.toggle('code-over-field', field !== undefined)
      },
      click(line) {
        const field = fieldAt(line)
        if (field !== undefined) ask(field)
      },
    }),
  ]
  editor.addCommand(monaco.KeyCode.Enter, () => {
    const field = fieldAt(editor.getPosition()?.lineNumber)
    if (field !== undefined) ask(field)
  })

  return {
    /** Shows `file`; when it was shown before, only what differs is edited, and those lines glow. */
    show(file: CodeFile) {
      const { entry, changed } = update(file)
      const same = shown?.model === entry.model
      if (!same) {
        marks.clear()
        if (shown) viewStates.set(shown.file.id, editor.saveViewState())
        editor.setModel(entry.model)
        const state = viewStates.get(file.id)
        if (state) editor.restoreViewState(state)
      }
      shown = entry
      draw({ changed, follow: !same })
    },
    /** Lights the lines of the field that has focus. */
    focusField(path: FieldPath | undefined) {
      const wanted = path !== undefined && asked !== undefined && isWithin(path, asked) ? asked : path
      if (wanted !== asked) asked = undefined
      if (wanted === focused) return
      focused = wanted
      draw({ follow: true })
    },
    find() {
      editor.focus()
      editor.getAction('actions.find')?.run()
    },
    dispose() {
      for (const stop of stops) stop()
      marks.dispose()
      label.dispose()
      explanation.dispose()
      editor.dispose()
      for (const { model } of files.values()) model.dispose()
    },
  }
}

export type CodeView = ReturnType<typeof createCodeView>

/** Edits only what differs, and says which lines that is now. */
function edit(model: monaco.editor.ITextModel, before: Output, after: Output): Changed | undefined {
  const changes = blockChanges(before.blocks, after.blocks)
  if (changes.length === 0) return undefined
  // `applyEdits` keeps no undo stack, unlike `pushEditOperations`, which would remember every version.
  model.applyEdits(changes.flatMap(change => editsOf(model, change)))
  const changed: number[] = []
  const added: number[] = []
  for (const { newLine, removed, inserted } of changes)
    for (let i = 0; i < inserted.length; i++) (i < removed ? changed : added).push(newLine + i)
  const lines = model.getLineCount()
  return lines > 40 && changed.length + added.length > lines * DOCUMENT_SHARE
    ? { changed: [], added: [] }
    : { changed, added }
}

/**
 * A line that stays a line is edited inside: Monaco then moves no lines after it, and draws no second frame for tokens
 * that a whole new line would be without.
 */
function editsOf(
  model: monaco.editor.ITextModel,
  { oldLine, removed, inserted }: LineChange,
): readonly monaco.editor.IIdentifiedSingleEditOperation[] {
  if (removed !== inserted.length)
    return [
      {
        range: new monaco.Range(oldLine, 1, oldLine + removed, 1),
        text: inserted.map(line => `${line}\n`).join(''),
      },
    ]
  return inserted.flatMap((young, i) => {
    const line = oldLine + i
    return changedParts(model.getLineContent(line), young).map(({ start, end, text }) => ({
      range: new monaco.Range(line, start + 1, line, end + 1),
      text,
    }))
  })
}

/** Scrolls to the first run of `lines` unless some of them can be seen; those of the focused field come first. */
function bringIntoView(editor: CodeEditor, own: readonly number[], lines: readonly number[]) {
  const targets = own.length > 0 ? own : lines
  const first = targets[0]
  if (first === undefined) return
  const visible = editor.getVisibleRanges()
  if (targets.some(line => visible.some(v => line >= v.startLineNumber && line <= v.endLineNumber))) return
  let last = first
  for (const line of targets) if (line === last + 1) last = line
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { Smooth, Immediate } = monaco.editor.ScrollType
  editor.revealLinesInCenterIfOutsideViewport(first, last, still ? Immediate : Smooth)
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  ...EDITOR_OPTIONS,
  readOnly: true,
  domReadOnly: true,
  ariaLabel: 'Generated code, read only. Enter goes to the field of a line, Space explains the line.',
}
