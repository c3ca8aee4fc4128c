import type { AccessMapLayout, Edge, Item, Placed } from './layout'

/** Colours of a drawing, each as CSS writes it. */
export interface MapColors {
  readonly background: string
  readonly foreground: string
  readonly muted: string
  readonly border: string
  readonly line: string
  readonly scope: string
  readonly scopeBorder: string
  readonly warning: string
  readonly warningBackground: string
  readonly warningBorder: string
}

export interface SvgOptions<Target> {
  readonly title: string
  readonly colors: MapColors
  /** The words of what stands out about an item; undefined when nothing does. */
  readonly noteOf: (item: Item<Target>) => string | undefined
}

/** Pixels. Every glyph of a monospaced font of 12 px is 7.23 px wide. */
const GLYPH = 7.23
const ROW = 30
const BOX = 24
const PAD = 8
const GAP = 120
const MARGIN = 24
const HEAD = 28
const TOP = MARGIN * 2 + HEAD
const HEADINGS = ['Clients', 'Scopes', 'Endpoints'] as const

/** Draws a layout as an SVG document of its own: it contains its styles, and refers to nothing outside. */
export function accessMapSvg<Target>(layout: AccessMapLayout<Target>, options: SvgOptions<Target>): string {
  const { title, colors } = options
  const texts = layout.columns.map(column => column.map(placed => textOf(placed, options)))
  const widths = texts.map(column => Math.max(80, ...column.map(text => text.length * GLYPH + 2 * PAD)))
  const lefts = widths.map((_, i) => MARGIN + widths.slice(0, i).reduce((sum, width) => sum + width + GAP, 0))
  const width = Math.ceil((lefts[2] ?? 0) + (widths[2] ?? 0) + MARGIN)
  const height = Math.ceil(TOP + layout.rows * ROW + MARGIN)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(colors.background)}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 8}" font-weight="600" fill="${escaped(colors.foreground)}">${escaped(title)}</text>`,
    ...HEADINGS.map(
      (heading, i) =>
        `<text x="${round(lefts[i] ?? 0)}" y="${MARGIN + HEAD + 6}" fill="${escaped(colors.muted)}">${heading}</text>`,
    ),
    ...layout.edges.flatMap((edges, i) =>
      edges.map(edge => line(edge, (lefts[i] ?? 0) + (widths[i] ?? 0), lefts[i + 1] ?? 0, colors)),
    ),
    ...layout.columns.flatMap((column, i) =>
      column.map((placed, j) => box(placed, texts[i]?.[j] ?? '', lefts[i] ?? 0, widths[i] ?? 0, options)),
    ),
    '</svg>',
    '',
  ].join('\n')
}

function textOf<Target>({ item, isInside }: Placed<Target>, { noteOf }: SvgOptions<Target>): string {
  const note = noteOf(item)
  const label = item.type === 'group' ? `${item.label} (${item.members.length})` : item.label
  return `${isInside ? '  ' : ''}${label}${note === undefined ? '' : `  ⚠ ${note}`}`
}

function line({ rows: [from, to], isIdle, links }: Edge, left: number, right: number, { line }: MapColors) {
  const y = (row: number) => round(TOP + row * ROW + BOX / 2)
  const middle = round((left + right) / 2)
  const dash = isIdle ? ' stroke-dasharray="3 4"' : ''
  return `<path d="M${round(left)} ${y(from)}C${middle} ${y(from)} ${middle} ${y(to)} ${round(right)} ${y(to)}" fill="none" stroke="${escaped(line)}" stroke-width="${links.length > 1 ? 2 : 1.25}"${dash}/>`
}

function box<Target>(
  { item, row }: Placed<Target>,
  text: string,
  left: number,
  width: number,
  { colors, noteOf }: SvgOptions<Target>,
): string {
  const isNoted = noteOf(item) !== undefined
  const isScope = item.type === 'credential' && item.kind === 'scope'
  const fill = isNoted ? colors.warningBackground : isScope ? colors.scope : colors.background
  const stroke = isNoted ? colors.warningBorder : isScope ? colors.scopeBorder : colors.border
  const y = TOP + row * ROW
  const dash = isNoted ? ' stroke-dasharray="4 3"' : ''
  return [
    `<rect x="${round(left)}" y="${round(y)}" width="${round(width)}" height="${BOX}" rx="5" fill="${escaped(fill)}" stroke="${escaped(stroke)}"${dash}/>`,
    `<text x="${round(left + PAD)}" y="${round(y + 16)}" xml:space="preserve" fill="${escaped(isNoted ? colors.warning : colors.foreground)}">${escaped(text)}</text>`,
  ].join('\n')
}

const round = (value: number) => Math.round(value * 10) / 10

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text for an element or an attribute. Characters that XML 1.0 does not allow become U+FFFD (XML 1.0, production 2). */
const escaped = (text: string) =>
  text
    .replace(/[&<>"]/g, character => ENTITIES[character] ?? character)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
