import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = fs.readFileSync(path.resolve(import.meta.dirname, '../../app/tokens.css'), 'utf8')

type Theme = 'light' | 'dark'
const colours = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const,
  ),
)

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a, b] = [one, other].map(name => luminance(colours.get(name)![theme])).sort((x, y) => y - x)
  return (a! + 0.05) / (b! + 0.05)
}

const panels = ['background', 'card', 'popover', 'muted', 'accent']
const text: Readonly<Record<string, readonly string[]>> = {
  foreground: [
    ...panels,
    'primary-soft',
    'destructive-soft',
    'warning-soft',
    'success-soft',
    'code-focused',
    'code-changed',
  ],
  'secondary-foreground': [...panels, 'primary-soft', 'destructive-soft', 'warning-soft', 'success-soft'],
  'muted-foreground': [...panels, 'primary-soft', 'destructive-soft', 'warning-soft', 'code-focused'],
  primary: ['background', 'card', 'popover', 'primary-soft', 'destructive-soft', 'code-focused'],
  destructive: ['background', 'card', 'popover', 'destructive-soft'],
  warning: ['background', 'card', 'popover', 'warning-soft', 'destructive-soft'],
  success: ['background', 'card', 'popover', 'success-soft'],
  card: ['secondary-foreground'],
  'primary-foreground': ['primary-fill'],
  ...Object.fromEntries(
    [
      'syntax-key',
      'syntax-string',
      'syntax-tag',
      'syntax-number',
      'syntax-comment',
      'syntax-punctuation',
    ].map(code => [code, ['card', 'code-focused', 'code-changed']]),
  ),
  'syntax-tag': [
    'card',
    'background',
    'primary-soft',
    'destructive-soft',
    'warning-soft',
    'code-focused',
    'code-changed',
  ],
}
const edges: Readonly<Record<string, readonly string[]>> = {
  input: ['card', 'background'],
  'primary-fill': ['card', 'background'],
  primary: ['card'],
  destructive: ['card', 'destructive-soft'],
}

const pairs = (table: typeof text) =>
  Object.entries(table).flatMap(([ink, grounds]) =>
    grounds.flatMap(ground => (['light', 'dark'] as const).map(theme => [ink, ground, theme] as const)),
  )

describe('tokens', () => {
  it('are all read', () => {
    expect(colours.size).toBe(34)
  })

  it.each(pairs(text))('text %s on %s, %s, has 4.5', (ink, ground, theme) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(edges))('edge %s on %s, %s, has 3', (ink, ground, theme) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(3)
  })
})
