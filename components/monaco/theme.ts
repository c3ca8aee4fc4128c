import { monaco } from './setup'

/** The one theme of the code pane; its colours are those of the page and follow them. */
export const THEME = 'page'

/** The colours of `app/tokens.css` that Monaco is told. */
const TOKENS = [
  'card',
  'popover',
  'foreground',
  'secondary-foreground',
  'muted-foreground',
  'border',
  'border-strong',
  'input',
  'accent',
  'primary',
  'primary-soft',
  'primary-border',
  'syntax-key',
  'syntax-string',
  'syntax-tag',
  'syntax-number',
  'syntax-comment',
  'syntax-punctuation',
  'syntax-guide',
  'warning-border',
  'destructive',
  'destructive-soft',
  'warning',
  'success',
  'success-soft',
] as const
type Token = (typeof TOKENS)[number]

/** Computed colours come as `rgb(1, 2, 3)` or `rgba(…)`; Monaco accepts only `#rrggbb`. */
function hex(color: string): string {
  const channels = color.match(/[\d.]+/g)?.slice(0, 3) ?? ['0', '0', '0']
  return `#${channels.map(channel => Math.round(Number(channel)).toString(16).padStart(2, '0')).join('')}`
}

/** Reads design tokens as they are painted now: `light-dark()` resolves only on a real element. */
export function readTokens<Name extends Token>(...names: readonly Name[]): Record<Name, string> {
  const probe = document.createElement('span')
  // Forced colours would make all of them one colour, with which Monaco's theme fails.
  probe.style.setProperty('forced-color-adjust', 'none')
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
  const c = readTokens(...TOKENS)
  const dark = Number.parseInt(c.card.slice(1, 3), 16) < 128
  const rule = (token: string, color: string) => ({ token, foreground: color.slice(1) })
  monaco.editor.defineTheme(THEME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', c.foreground),
      rule('key', c['syntax-key']),
      rule('type', c['syntax-key']),
      rule('string', c['syntax-string']),
      rule('tag', c['syntax-tag']),
      rule('number', c['syntax-number']),
      rule('comment', c['syntax-comment']),
      rule('delimiter', c['syntax-punctuation']),
      rule('identifier', c.foreground),
    ],
    colors: {
      'editor.background': c.card,
      'editor.foreground': c.foreground,
      'editorGutter.background': c.card,
      'editorLineNumber.foreground': c['muted-foreground'],
      'editorLineNumber.activeForeground': c['muted-foreground'],
      'editorIndentGuide.background1': c['syntax-guide'],
      'editorIndentGuide.activeBackground1': c['border-strong'],
      'editor.selectionBackground': c['primary-border'],
      'editor.inactiveSelectionBackground': c['primary-soft'],
      'editor.findMatchBackground': c['warning-border'],
      'editor.findMatchHighlightBackground': `${c['warning-border']}80`,
      'editorBracketMatch.background': c.accent,
      'editorBracketMatch.border': c['border-strong'],
      'editorOverviewRuler.border': c.border,
      'editorWidget.background': c.popover,
      'editorWidget.foreground': c.foreground,
      'editorWidget.border': c['border-strong'],
      'input.background': c.card,
      'input.foreground': c.foreground,
      'input.border': c.input,
      'input.placeholderForeground': c['muted-foreground'],
      'inputOption.activeBackground': c['primary-soft'],
      'inputOption.activeBorder': c.primary,
      'inputOption.activeForeground': c.foreground,
      'menu.background': c.popover,
      'menu.foreground': c.foreground,
      'menu.selectionBackground': c.accent,
      'menu.selectionForeground': c.foreground,
      'icon.foreground': c['secondary-foreground'],
      'editorGutter.foldingControlForeground': c['muted-foreground'],
      'editorError.foreground': c.destructive,
      'editorWarning.foreground': c.warning,
      'editorInfo.foreground': c['muted-foreground'],
      'editorOverviewRuler.errorForeground': c.destructive,
      'editorOverviewRuler.warningForeground': c.warning,
      'editorOverviewRuler.infoForeground': c['muted-foreground'],
      'diffEditor.insertedLineBackground': c['success-soft'],
      'diffEditor.insertedTextBackground': `${c.success}33`,
      'diffEditor.removedLineBackground': c['destructive-soft'],
      'diffEditor.removedTextBackground': `${c.destructive}33`,
      'diffEditorGutter.insertedLineBackground': c['success-soft'],
      'diffEditorGutter.removedLineBackground': c['destructive-soft'],
      'diffEditorOverview.insertedForeground': c.success,
      'diffEditorOverview.removedForeground': c.destructive,
      'diffEditor.diagonalFill': c.border,
      'diffEditor.unchangedRegionBackground': c.accent,
      'diffEditor.unchangedRegionForeground': c['secondary-foreground'],
      focusBorder: c.primary,
      'scrollbarSlider.background': `${c['muted-foreground']}2e`,
      'scrollbarSlider.hoverBackground': `${c['muted-foreground']}52`,
      'scrollbarSlider.activeBackground': `${c['muted-foreground']}70`,
      'scrollbar.shadow': `${c.border}00`,
      'widget.shadow': '#00000026',
    },
  })
  monaco.editor.setTheme(THEME)
}

/** Keeps the theme equal to the page's, however that is chosen; `changed` is called with every new one. */
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
