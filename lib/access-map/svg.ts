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

/** Draws a layout as an SVG document of its own: it contains its styles, and refers to nothing outside. */
export function accessMapSvg<Target>(layout: AccessMapLayout<Target>, options: SvgOptions<Target>): string {
  const { title, colors } = options
  const [grants, requirements] = layout.edges
  const clients = columnAt(MARGIN, 'Clients', layout.columns[0], options)
  const scopes = columnAt(clients.right + GAP, 'Scopes', layout.columns[1], options)
  const endpoints = columnAt(scopes.right + GAP, 'Endpoints', layout.columns[2], options)
  const columns = [clients, scopes, endpoints]
  const width = Math.ceil(endpoints.right + MARGIN)
  const height = Math.ceil(TOP + layout.rows * ROW + MARGIN)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(colors.background)}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 8}" font-weight="600" fill="${escaped(colors.foreground)}">${escaped(title)}</text>`,
    ...columns.map(
      ({ heading, left }) =>
        `<text x="${round(left)}" y="${MARGIN + HEAD + 6}" fill="${escaped(colors.muted)}">${heading}</text>`,
    ),
    ...grants.map(edge => line(edge, clients.right, scopes.left, colors)),
    ...requirements.map(edge => line(edge, scopes.right, endpoints.left, colors)),
    ...columns.flatMap(({ boxes }) => boxes),
    '</svg>',
    '',
  ].join('\n')
}

/** A column from its left side on, as wide as its longest text. */
function columnAt<Target>(
  left: number,
  heading: string,
  column: readonly Placed<Target>[],
  options: SvgOptions<Target>,
) {
  const texts = column.map(placed => ({ placed, text: textOf(placed, options) }))
  const width = Math.max(80, ...texts.map(({ text }) => text.length * GLYPH + 2 * PAD))
  const boxes = texts.map(({ placed, text }) => box(placed, text, left, width, options))
  return { heading, left, right: left + width, boxes }
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
