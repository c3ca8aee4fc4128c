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
  let hide = () => {}
  return {
    show({ before, after }: FileChange, language: string) {
      hide()
      const original = monaco.editor.createModel(withoutMark(before), language)
      const modified = monaco.editor.createModel(withoutMark(after), language)
      for (const model of [original, modified]) withoutBracketColors(model)
      // Given the two texts alone, the editor never ends their comparison, and reports an error when they go before its result.
      const comparison = editor.createViewModel({ original, modified })
      editor.setModel(comparison)
      editor.revealFirstDiff()
      hide = () => {
        editor.setModel(null)
        for (const gone of [comparison, original, modified]) gone.dispose()
      }
    },
    dispose() {
      for (const stop of stops) stop()
      hide()
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
