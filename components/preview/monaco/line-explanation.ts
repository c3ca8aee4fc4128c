import { type CodeEditor, monaco } from '@/components/monaco/setup'
import type { Explanation } from '../explanation'
import { explanationBox } from './explanation-box'

/** How long the pointer rests on a line before it is explained. */
const REST_MS = 600
/** Time to move the pointer from the line to the box. */
const LEAVE_MS = 300

const { ABOVE, BELOW } = monaco.editor.ContentWidgetPositionPreference

/**
 * Explains the line under the pointer, and with Space the line of the cursor. Not with Monaco's own hover, which has 61 KB.
 * The box can be pointed at, and closed with Escape (WCAG 1.4.13).
 */
export function createLineExplanation(
  editor: CodeEditor,
  explanationOf: (line: number) => Explanation | undefined,
) {
  let shown: { readonly line: number; readonly widget: monaco.editor.IContentWidget } | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  function hide() {
    clearTimeout(waiting)
    if (!shown) return
    const { widget } = shown
    shown = undefined
    document.removeEventListener('keydown', onKey, true)
    const hadFocus = widget.getDomNode().contains(document.activeElement)
    editor.removeContentWidget(widget)
    if (hadFocus) editor.focus()
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    hide()
  }

  function show(line: number): HTMLElement | undefined {
    hide()
    const explanation = explanationOf(line)
    const column = editor.getModel()?.getLineFirstNonWhitespaceColumn(line)
    if (!explanation || !column) return undefined
    const node = explanationBox(explanation)
    node.addEventListener('mouseenter', () => clearTimeout(waiting))
    node.addEventListener('mouseleave', leave)
    node.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && node.contains(relatedTarget))) leave()
    })
    const widget: monaco.editor.IContentWidget = {
      allowEditorOverflow: true,
      getId: () => 'line-explanation',
      getDomNode: () => node,
      getPosition: () => ({ position: { lineNumber: line, column }, preference: [ABOVE, BELOW] }),
    }
    shown = { line, widget }
    document.addEventListener('keydown', onKey, true)
    editor.addContentWidget(widget)
    return node
  }

  const hasFocus = () => shown?.widget.getDomNode().contains(document.activeElement) === true

  const isPointedAt = () => shown?.widget.getDomNode().matches(':hover') === true

  /** Hides the box a little later, unless it has focus or the pointer then: Monaco reports the box as no line. */
  function leave() {
    clearTimeout(waiting)
    waiting = setTimeout(() => !hasFocus() && !isPointedAt() && hide(), LEAVE_MS)
  }

  editor.addCommand(monaco.KeyCode.Space, () => {
    const line = editor.getPosition()?.lineNumber
    const node = line === undefined ? undefined : show(line)
    // Monaco places a new box in its next frame; what has no place yet cannot have focus.
    if (node) requestAnimationFrame(() => requestAnimationFrame(() => node.focus()))
  })
  const stops = [
    editor.onDidScrollChange(hide),
    editor.onDidChangeModelContent(hide),
    editor.onDidChangeModel(hide),
  ]

  return {
    /** The pointer is over this line, or over none. */
    over(line: number | undefined) {
      if (hasFocus()) return
      if (line === undefined) return leave()
      clearTimeout(waiting)
      if (line !== shown?.line) waiting = setTimeout(() => show(line), REST_MS)
    },
    dispose() {
      hide()
      for (const stop of stops) stop.dispose()
    },
  }
}
