import { monaco } from './setup'

/** The one theme of the code pane; its colours are those of the page and follow them. */
export const THEME = 'page'

/** Computed colours come as `rgb(1, 2, 3)` or `rgba(…)`; Monaco takes only `#rrggbb`. */
function hex(color: string): string {
  const channels = color.match(/[\d.]+/g)?.slice(0, 3) ?? ['0', '0', '0']
  return `#${channels.map(channel => Math.round(Number(channel)).toString(16).padStart(2, '0')).join('')}`
}

/** Reads design tokens as they are painted now: `light-dark()` resolves only on a real element. */
export function readTokens<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const read = (name: Name) => {
    probe.style.color = `var(--${name})`
    return [name, hex(getComputedStyle(probe).color)]
  }
  const tokens = Object.fromEntries(names.map(read))
  probe.remove()
  return tokens
}

function define() {
  const c = readTokens(
    ...([
      'surface',
      'raised',
      'fg',
      'fg-2',
      'fg-3',
      'line',
      'line-2',
      'field',
      'hover',
      'accent',
      'accent-soft',
    ] as const),
    ...([
      'accent-line',
      'c-key',
      'c-str',
      'c-tag',
      'c-num',
      'c-com',
      'c-punct',
      'c-guide',
      'warn-line',
    ] as const),
  )
  const dark = Number.parseInt(c.surface.slice(1, 3), 16) < 128
  const rule = (token: string, color: string) => ({ token, foreground: color.slice(1) })
  monaco.editor.defineTheme(THEME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', c.fg),
      rule('key', c['c-key']),
      rule('type', c['c-key']),
      rule('string', c['c-str']),
      rule('tag', c['c-tag']),
      rule('number', c['c-num']),
      rule('comment', c['c-com']),
      rule('delimiter', c['c-punct']),
      rule('identifier', c.fg),
    ],
    colors: {
      'editor.background': c.surface,
      'editor.foreground': c.fg,
      'editorGutter.background': c.surface,
      'editorLineNumber.foreground': c['fg-3'],
      'editorLineNumber.activeForeground': c['fg-3'],
      'editorIndentGuide.background1': c['c-guide'],
      'editorIndentGuide.activeBackground1': c['line-2'],
      'editor.selectionBackground': c['accent-line'],
      'editor.inactiveSelectionBackground': c['accent-soft'],
      'editor.findMatchBackground': c['warn-line'],
      'editor.findMatchHighlightBackground': `${c['warn-line']}80`,
      'editorBracketMatch.background': c.hover,
      'editorBracketMatch.border': c['line-2'],
      'editorOverviewRuler.border': c.line,
      'editorWidget.background': c.raised,
      'editorWidget.foreground': c.fg,
      'editorWidget.border': c['line-2'],
      'input.background': c.surface,
      'input.foreground': c.fg,
      'input.border': c.field,
      'input.placeholderForeground': c['fg-3'],
      'inputOption.activeBackground': c['accent-soft'],
      'inputOption.activeBorder': c.accent,
      'inputOption.activeForeground': c.fg,
      'menu.background': c.raised,
      'menu.foreground': c.fg,
      'menu.selectionBackground': c.hover,
      'menu.selectionForeground': c.fg,
      'icon.foreground': c['fg-2'],
      'editorGutter.foldingControlForeground': c['fg-3'],
      focusBorder: c.accent,
      'scrollbarSlider.background': `${c['fg-3']}2e`,
      'scrollbarSlider.hoverBackground': `${c['fg-3']}52`,
      'scrollbarSlider.activeBackground': `${c['fg-3']}70`,
      'scrollbar.shadow': `${c.line}00`,
      'widget.shadow': '#00000026',
    },
  })
  monaco.editor.setTheme(THEME)
}

/** Keeps the theme equal to the page's, however that is chosen; `changed` hears of every new one. */
export function followPageTheme(changed: () => void): () => void {
  const apply = () => {
    define()
    changed()
  }
  define()
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', apply)
  const attribute = new MutationObserver(apply)
  attribute.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  return () => {
    system.removeEventListener('change', apply)
    attribute.disconnect()
  }
}
