import { type CodeEditor, monaco } from '@/components/monaco/setup'

export interface LinePointer {
  readonly over: (line: number | undefined) => void
  readonly click: (line: number) => void
}

const { CONTENT_TEXT, CONTENT_EMPTY, GUTTER_LINE_NUMBERS } = monaco.editor.MouseTargetType

function lineOf(target: monaco.editor.IMouseTarget | null): number | undefined {
  if (!target || (target.type === CONTENT_EMPTY && target.detail.isAfterLines)) return undefined
  const onLine = [CONTENT_TEXT, CONTENT_EMPTY, GUTTER_LINE_NUMBERS].includes(target.type)
  return onLine ? target.position?.lineNumber : undefined
}

/** Reports the line under the mouse, and the line that was clicked or tapped; returns a function that stops it. */
export function onLinePointer(
  host: HTMLElement,
  editor: CodeEditor,
  { over, click }: LinePointer,
): () => void {
  let pressed: { readonly line: number; readonly x: number; readonly y: number } | undefined
  let hovered: number | undefined
  const hoverLine = (line: number | undefined) => {
    if (line === hovered) return
    hovered = line
    over(line)
  }
  const listeners = [
    editor.onMouseMove(event => hoverLine(lineOf(event.target))),
    editor.onMouseLeave(() => hoverLine(undefined)),
    editor.onMouseDown(({ event, target }) => {
      const line = event.leftButton ? lineOf(target) : undefined
      pressed = line === undefined ? undefined : { line, x: event.posx, y: event.posy }
    }),
    editor.onMouseUp(({ event, target }) => {
      // The line that was pressed: another one may be there now, if the text has scrolled meanwhile.
      const stayed = pressed && Math.hypot(event.posx - pressed.x, event.posy - pressed.y) <= TAP_PX
      // A drag selects text to copy: it must not take the reader away. A line number selects its whole line.
      const picked = target.type !== GUTTER_LINE_NUMBERS && editor.getSelection()?.isEmpty() === false
      if (pressed && stayed && !picked) click(pressed.line)
      pressed = undefined
    }),
  ]
  const stopTaps = onTap(host, (x, y) => {
    const line = lineOf(editor.getTargetAtClientPoint(x, y))
    if (line !== undefined) click(line)
  })
  return () => {
    stopTaps()
    for (const listener of listeners) listener.dispose()
  }
}

/** Further or longer is a scroll or a selection. */
const TAP_PX = 8
const TAP_MS = 400

/** Monaco turns touches into its own gestures and reports no mouse events for them. */
function onTap(host: HTMLElement, tap: (x: number, y: number) => void): () => void {
  let start: { x: number; y: number; at: number } | undefined
  const down = (event: TouchEvent) => {
    const touch = event.touches.length === 1 ? event.touches[0] : undefined
    start = touch && { x: touch.clientX, y: touch.clientY, at: event.timeStamp }
  }
  const up = (event: TouchEvent) => {
    const touch = event.changedTouches[0]
    if (!start || !touch || event.timeStamp - start.at > TAP_MS) return
    if (Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > TAP_PX) return
    tap(touch.clientX, touch.clientY)
  }
  host.addEventListener('touchstart', down, { passive: true, capture: true })
  host.addEventListener('touchend', up, { passive: true, capture: true })
  return () => {
    host.removeEventListener('touchstart', down, { capture: true })
    host.removeEventListener('touchend', up, { capture: true })
  }
}
