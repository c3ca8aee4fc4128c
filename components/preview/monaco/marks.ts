import { type CodeEditor, monaco } from '@/components/monaco/setup'
import { readTokens } from '@/components/monaco/theme'

export interface Changed {
  /** Line numbers, ascending. */
  readonly added: readonly number[]
  readonly changed: readonly number[]
}

type Decoration = monaco.editor.IModelDeltaDecoration

/** Runs of neighbouring lines, as one decoration each. */
function runs(lines: readonly number[], options: monaco.editor.IModelDecorationOptions): Decoration[] {
  const decorations: Decoration[] = []
  for (let i = 0; i < lines.length; ) {
    const first = lines[i]!
    let last = first
    while (lines[++i] === last + 1) last++
    decorations.push({
      range: new monaco.Range(first, 1, last, 1),
      options: { isWholeLine: true, ...options },
    })
  }
  return decorations
}

const { OverviewRulerLane } = monaco.editor
/** An animation makes the browser draw frame after frame, so nothing fades before changes have paused for so long. */
const PAUSE_MS = 400
/** As long as the animation of `code-fading`. Without motion the colour stays that long. */
const FADE_MS = 1600

/** The three marks of the pane: lines of the focused field, lines just changed, the line under the pointer. */
export function createMarks(editor: CodeEditor) {
  const band = editor.createDecorationsCollection()
  const glow = editor.createDecorationsCollection()
  const hover = editor.createDecorationsCollection()
  let colors = readTokens('primary', 'success')
  let lit: readonly number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const fade = (isFading: boolean) => editor.getContainerDomNode().classList.toggle('code-fading', isFading)

  const drawBand = () =>
    band.set(
      runs(lit, {
        className: 'code-focused',
        marginClassName: 'code-focused-margin',
        lineNumberClassName: 'code-focused-number',
        overviewRuler: { color: colors.primary, position: OverviewRulerLane.Left },
        zIndex: 1,
      }),
    )

  function stopGlow() {
    clearTimeout(timer)
    fade(false)
    glow.clear()
  }
  function startFading() {
    fade(true)
    timer = setTimeout(stopGlow, FADE_MS)
  }

  return {
    band(lines: readonly number[]) {
      lit = lines
      drawBand()
    },
    glow({ added, changed }: Changed) {
      clearTimeout(timer)
      fade(false)
      const options = (sign: string): monaco.editor.IModelDecorationOptions => ({
        className: 'code-changed',
        // Not in the glyph margin: for that Monaco goes through every decoration of the text at each change.
        marginClassName: `code-changed code-changed-margin ${sign}`,
        lineNumberClassName: 'code-changed-number',
        overviewRuler: { color: colors.success, position: OverviewRulerLane.Right },
        zIndex: 2,
      })
      glow.set([...runs(added, options('code-sign-added')), ...runs(changed, options('code-sign-changed'))])
      timer = setTimeout(startFading, PAUSE_MS)
    },
    hover(line: number | undefined) {
      if (line === undefined) hover.clear()
      else hover.set(runs([line], { className: 'code-hover', marginClassName: 'code-hover' }))
    },
    /** The page's colours changed; only the overview ruler does not follow by itself. */
    recolor() {
      colors = readTokens('primary', 'success')
      drawBand()
    },
    /** Decorations belong to a model: call before the editor shows another. */
    clear() {
      stopGlow()
      band.clear()
      hover.clear()
    },
    dispose: () => clearTimeout(timer),
  }
}
