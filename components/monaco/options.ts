import type { CodeEditor, monaco } from './setup'

/** Options of every editor of the site. */
export const EDITOR_OPTIONS: monaco.editor.IEditorOptions & monaco.editor.IGlobalEditorOptions = {
  // The browser forces colours in the page's theme as well: no second theme is needed.
  autoDetectHighContrast: false,
  // Tab leaves the editor: no keyboard trap.
  tabFocusMode: true,
  automaticLayout: true,
  padding: { top: 4, bottom: 4 },
  glyphMargin: false,
  folding: true,
  lineNumbersMinChars: 6,
  lineDecorationsWidth: 0,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  wordWrap: 'off',
  scrollBeyondLastLine: false,
  // Monaco dims the number of an empty last line on Linux, which leaves it too little contrast.
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  guides: { indentation: true, highlightActiveIndentation: false },
  hideCursorInOverviewRuler: true,
  overviewRulerLanes: 2,
  fixedOverflowWidgets: true,
  scrollbar: {
    // Otherwise it appears with every change of the longest line, and fades away again: frame after frame while typing.
    vertical: 'visible',
    verticalScrollbarSize: 12,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
}

/** Font and line height of the element around the editor. */
export function metricsOf(host: HTMLElement): monaco.editor.IEditorOptions {
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(host)
  return { fontFamily, fontSize: Number.parseFloat(fontSize), lineHeight: Number.parseFloat(lineHeight) }
}

/** Code is larger on very wide screens. */
export function followMetrics(host: HTMLElement, editor: Pick<CodeEditor, 'updateOptions'>): () => void {
  const vast = matchMedia('(min-width: 2200px)')
  const apply = () => editor.updateOptions(metricsOf(host))
  vast.addEventListener('change', apply)
  return () => vast.removeEventListener('change', apply)
}

/** The editor's option of this name is read only by models that it creates itself. */
export const withoutBracketColors = (model: monaco.editor.ITextModel) =>
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  })
