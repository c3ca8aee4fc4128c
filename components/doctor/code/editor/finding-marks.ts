import { monaco } from '@/components/monaco/setup'
import type { Severity } from '@/lib/doctor/finding'
import { type Place, rangeOf } from './ranges'

/** A finding, or a fault of a file, as the editor marks it. */
export interface MarkedFinding {
  readonly key: string
  readonly severity: Severity
  readonly message: string
  readonly code: string
  readonly at: readonly Place[]
}

const OWNER = 'doctor'
const { MarkerSeverity } = monaco
const LEVELS: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  suggestion: MarkerSeverity.Info,
}

/** Squiggles with their marks in the margin and the overview ruler, and a band over the selected finding. */
export function createFindingMarks() {
  const decorations = new WeakMap<monaco.editor.ITextModel, string[]>()
  return {
    draw(
      path: string,
      model: monaco.editor.ITextModel,
      text: string,
      findings: readonly MarkedFinding[],
      selected: string | undefined,
    ) {
      const own = findings.flatMap(finding =>
        finding.at
          .filter(({ file }) => file === path)
          .map(place => ({ ...finding, range: model.validateRange(visible(rangeOf(place, text), model)) })),
      )
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        own.map(({ severity, message, code, range }) => ({
          ...range,
          severity: LEVELS[severity],
          message,
          code,
          source: OWNER,
        })),
      )
      const next = own.flatMap(({ key, severity, range }): monaco.editor.IModelDeltaDecoration[] => [
        {
          range: monaco.Range.fromPositions(range.getStartPosition()),
          options: {
            isWholeLine: true,
            marginClassName: `doctor-mark doctor-mark-${severity}`,
            ...(key === selected && { className: 'doctor-selected' }),
          },
        },
      ])
      decorations.set(model, model.deltaDecorations(decorations.get(model) ?? [], next))
    },
  }
}

/** A place without length, such as that of a syntax error, would have no squiggle: it gets the rest of its line. */
const visible = (range: monaco.Range, model: monaco.editor.ITextModel): monaco.Range =>
  range.isEmpty() && range.startLineNumber <= model.getLineCount()
    ? range.setEndPosition(range.startLineNumber, model.getLineMaxColumn(range.startLineNumber))
    : range
