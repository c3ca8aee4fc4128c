import type { CodeEditor } from '@/components/monaco/setup'

/** "← Scopes" at the right end of the first line of the focused field. */
export function createFocusedLabel(editor: CodeEditor) {
  const node = document.createElement('div')
  node.className = 'code-focused-label'
  node.setAttribute('aria-hidden', 'true')
  node.hidden = true
  const widget = { getId: () => 'focused-label', getDomNode: () => node, getPosition: () => null }
  editor.addOverlayWidget(widget)
  let line: number | undefined

  function place() {
    const top = line === undefined ? -1 : editor.getTopForLineNumber(line) - editor.getScrollTop()
    const { height, verticalScrollbarWidth } = editor.getLayoutInfo()
    node.hidden = line === undefined || top < -4 || top > height - 12
    node.style.top = `${top}px`
    node.style.right = `${verticalScrollbarWidth}px`
  }
  const stops = [editor.onDidScrollChange(place), editor.onDidLayoutChange(place)]

  return {
    show(firstLine: number | undefined, label: string | undefined) {
      line = label === undefined ? undefined : firstLine
      const text = `← ${label}`
      if (label !== undefined && node.textContent !== text) node.textContent = text
      place()
    },
    dispose() {
      for (const stop of stops) stop.dispose()
      editor.removeOverlayWidget(widget)
    },
  }
}
