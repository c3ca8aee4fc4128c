import { EDITOR_OPTIONS, followMetrics, metricsOf, withoutBracketColors } from '@/components/monaco/options'
import { type CodeEditor, monaco } from '@/components/monaco/setup'
import { THEME } from '@/components/monaco/theme'
import type { FileChange } from '../../change-text'
import { withoutMark } from './ranges'

/** Narrower editors show a change in one column. */
const INLINE_BELOW_PX = 900

/** Monaco's own view of a change, read only; the same change is in the card of the finding as lines. */
export function createChangeView(host: HTMLElement) {
  const editor = monaco.editor.createDiffEditor(host, {
    ...EDITOR_OPTIONS,
    ...metricsOf(host),
    theme: THEME,
    readOnly: true,
    domReadOnly: true,
    originalEditable: false,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: INLINE_BELOW_PX,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    hideUnchangedRegions: { enabled: false },
    lineNumbersMinChars: 4,
  })
  const stops = [
    followMetrics(host, editor),
    keepName(editor.getOriginalEditor(), 'Before the change'),
    keepName(editor.getModifiedEditor(), 'After the change'),
  ]
  let models: readonly monaco.editor.ITextModel[] = []
  const clear = () => {
    const shown = models
    models = []
    editor.setModel(null)
    // Monaco ends its comparison in a timer: it reports an error when the models are gone before that.
    setTimeout(() => {
      for (const model of shown) model.dispose()
    })
  }
  return {
    show({ before, after }: FileChange, language: string) {
      clear()
      const original = monaco.editor.createModel(withoutMark(before), language)
      const modified = monaco.editor.createModel(withoutMark(after), language)
      models = [original, modified]
      for (const model of models) withoutBracketColors(model)
      editor.setModel({ original, modified })
      editor.revealFirstDiff()
    },
    dispose() {
      for (const stop of stops) stop()
      clear()
      editor.dispose()
    },
  }
}

/** The diff editor takes the names of its two editors away whenever one of its options changes. */
function keepName(editor: CodeEditor, ariaLabel: string): () => void {
  const { ariaLabel: option } = monaco.editor.EditorOption
  const keep = () => {
    if (editor.getOption(option) !== ariaLabel) editor.updateOptions({ ariaLabel })
  }
  keep()
  const listener = editor.onDidChangeConfiguration(keep)
  return () => listener.dispose()
}
