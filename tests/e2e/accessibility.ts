import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type * as Axe from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules about colours, which take two thirds of the time of an audit. */
const COLOURS = ['color-contrast', 'link-in-text-block']

export interface AuditOptions {
  /** Only the rules about colours, or all others. */
  readonly rules?: 'colours' | 'other'
  /** Leaves out the code editor: a thousand elements, which one state of a test has audited. */
  readonly withoutCode?: boolean
  /** Selector of the part of the page to audit. */
  readonly within?: string
}

/** No accessibility fault that axe can find, at WCAG 2.2 AA. */
export async function expectAccessible(page: Page, { rules, withoutCode, within }: AuditOptions = {}) {
  // axe would have to be in each frame.
  expect(page.frames()).toHaveLength(1)
  await transitionsEnd(page)
  // The source has 500 KB: it stays in the page until another one is loaded.
  if (await page.evaluate(() => !('axe' in window))) {
    await page.evaluate(SOURCE)
    await page.evaluate(parseColoursOnce)
  }
  const request = {
    ...(within !== undefined && { include: [within] }),
    exclude: withoutCode ? ['.monaco-editor'] : [],
    runOnly: rules === 'colours' ? COLOURS : WCAG_22_AA,
    without: rules === 'other' ? COLOURS : [],
  }
  const found = await page.evaluate(async ({ runOnly, without, ...context }) => {
    const { axe } = window as unknown as { readonly axe: typeof Axe }
    const { violations, passes } = await axe.run(context, {
      runOnly,
      rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])),
      // Everything that passed would be described and sent, too: that took as long as the audit.
      resultTypes: ['violations'],
    })
    return {
      passes: passes.length,
      violations: violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' ; ')}`,
      ),
    }
  }, request)
  expect(found.violations).toEqual([])
  // An audit of nothing finds nothing.
  expect(found.passes).toBeGreaterThan(0)
}

interface Colour {
  r: number
  g: number
  b: number
  alpha: number
  parseString(text: string): this
}

/** What axe's types leave out. */
interface WithColours {
  readonly commons: { readonly color: { readonly Color: { readonly prototype: Colour } } }
}

/** axe parses the colours of each element and of everything behind it: a page of a few colours, thousands of times. */
function parseColoursOnce() {
  const { axe } = window as unknown as { readonly axe: WithColours }
  const { prototype } = axe.commons.color.Color
  const { parseString } = prototype
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>()
  prototype.parseString = function (text) {
    const before = known.get(text)
    if (before) return Object.assign(this, before)
    parseString.call(this, text)
    const { r, g, b, alpha } = this
    known.set(text, { r, g, b, alpha })
    return this
  }
}

/** A button that has just been enabled has a colour in between for a moment. */
const transitionsEnd = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
