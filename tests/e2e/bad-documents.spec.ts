import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { readDocument } from '../../lib/document/read-document'
import { repairAll } from '../../lib/document/repair'
import { type BadShape, badShapes } from '../lib/document/bad-shapes'
import { codePane, copiedText, expect, openWith, type Page, test } from './fixture'
import { manyEndpoints } from './specs'

test.use({ sharesPage: true })

/** What the page gets to show of a document: its problems, and the values of the form once they are fixed. */
function outcomeOf(document: unknown): string {
  const opened = readDocument(document)
  const repaired = opened.kind === 'valid' ? opened : readDocument(repairAll(document))
  const problems = opened.kind === 'valid' ? [] : opened.errors.map(({ code, path }) => [code, path])
  return JSON.stringify([opened.kind, problems, repaired])
}

/**
 * One shape of each outcome. The unit tests check that all of them can be read, named and repaired; what the page then
 * shows depends on the outcome alone. Another shape of each group every time, so that every kind of wrong value is here.
 */
function distinctShapes(): readonly BadShape[] {
  const groups = new Map<string, BadShape[]>()
  for (const shape of badShapes()) {
    const outcome = outcomeOf(shape.document)
    groups.set(outcome, [...(groups.get(outcome) ?? []), shape])
  }
  return [...groups.values()].flatMap((group, index) => group[index % group.length] ?? [])
}

const steps = ['scopes', 'clients', 'endpoints', 'review', 'service']

const fragmentOf = (document: unknown) =>
  `#s=1.${deflateRawSync(JSON.stringify(document)).toString('base64url')}`

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const dialog = (page: Page) => page.getByRole('dialog')
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('cognito-scope-wizard.spec'))

/** No panel failed, on any step. */
async function expectEveryStep(page: Page, name: string) {
  for (const step of steps) {
    await page.evaluate(id => {
      location.hash = id
    }, step)
    await expect(heading(page), name).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: 'could not be shown' }), name).toHaveCount(0)
  }
}

interface Opening {
  readonly name: string
  readonly hash: string
  readonly steps: readonly string[]
}

/** The steps to look at after a shape was opened: the one of its field, and the one that shows everything. */
const stepsOf = (name: string): readonly string[] => {
  if (name.startsWith('resourceServers')) return ['scopes', 'review']
  if (name.startsWith('clients')) return ['clients', 'review']
  return [/^(?:api|endpoints)/.test(name) ? 'endpoints' : 'service', 'review']
}

/**
 * Runs in the page: opens one link after another as a person would, applies "Fix all" and "Open", and looks at the
 * steps. Returns what went wrong. In one call, because hundreds of documents would take a test hours step by step.
 */
async function openAll(openings: readonly Opening[]): Promise<readonly string[]> {
  const faults: string[] = []
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const until = async <T>(find: () => T | null | undefined | false): Promise<T | undefined> => {
    for (let frames = 0; frames < 1200; frames++) {
      const found = find()
      if (found) return found
      await frame()
    }
    return undefined
  }
  const dialog = () => document.querySelector('[role="dialog"]')
  const button = (within: Element | null, name: RegExp) =>
    [...(within?.querySelectorAll('button') ?? [])].find(each =>
      name.test(each.getAttribute('aria-label') ?? each.textContent ?? ''),
    )
  const toast = () => document.querySelector('[role="status"].pointer-events-none')
  const failed = () =>
    [...document.querySelectorAll('[role="alert"], main')].some(each =>
      /could not be shown|Something went wrong/.test(each.textContent ?? ''),
    )
  for (const { name, hash, steps } of openings) {
    button(toast(), /^Close$/)?.click()
    await until(() => toast()?.textContent === '')
    location.hash = hash
    const shown = await until(() => dialog() ?? toast()?.textContent?.includes('Opened the shared link.'))
    if (!shown) faults.push(`${name}: nothing happened`)
    if (dialog()) {
      button(dialog(), /^Fix all$/)?.click()
      const open = await until(() => button(dialog(), /^Open/))
      if (!open) faults.push(`${name}: cannot be opened`)
      ;(open ?? button(dialog(), /^Keep/))?.click()
      await until(() => !dialog())
    }
    for (const step of steps) {
      // A document is opened at the first step. A navigation costs the browser 20 ms: a link makes one, a typed address two.
      if (step !== (location.hash.slice(1) || 'service'))
        document.querySelector<HTMLElement>(`a[href="#${step}"]`)?.click()
      await until(() => document.querySelector('h1'))
      await frame()
      await frame()
      if ((location.hash.slice(1) || 'service') !== step) faults.push(`${name}: step ${step} did not open`)
      if (failed()) faults.push(`${name}: step ${step}`)
    }
  }
  return faults
}

test.describe('shapes that no form can show', () => {
  // Half of the time went into drawing: a low page shows the same panels.
  test.use({ viewport: { width: 1100, height: 300 }, reducedMotion: 'reduce' })

  test('are opened by link and repaired', async ({ page }) => {
    test.setTimeout(600_000)
    // At this width the output is in another tab. It gets every document, but drawing it would be a fifth of the work.
    await page.setViewportSize({ width: 800, height: 300 })
    await page.goto('/')
    await expect(page.locator('.code-pane[data-ready="true"]')).toBeAttached()
    const openings = distinctShapes().map(({ name, document }) => ({
      name,
      hash: fragmentOf(document),
      steps: stepsOf(name),
    }))
    expect(openings.length).toBeGreaterThan(120)
    expect(await page.evaluate(openAll, openings)).toEqual([])
  })

  for (const [name, document] of [
    ['service: {"a":1}', { ...manyEndpoints(1), service: { a: 1 } }],
    [
      'scopes: [null]',
      { ...manyEndpoints(1), endpoints: [{ ...manyEndpoints(1).endpoints[0], scopes: [null] }] },
    ],
    [
      'allowOrigins: "*"',
      { ...manyEndpoints(1), api: { type: 'rest', name: 'a', cors: { allowOrigins: '*' } } },
    ],
    ['clients: [7]', { ...manyEndpoints(1), clients: [7] }],
  ] as const)
    test(`saved in the browser: ${name}`, async ({ page }) => {
      await openWith(page, document)
      await expect(dialog(page)).toContainText('the saved document', { timeout: 30_000 })
      await dialog(page).getByRole('button', { name: 'Keep current document' }).click()
      await expectEveryStep(page, name)
      // It is not lost: it is among the recent documents, and can be repaired from there.
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('menuitem', { name: 'Recent documents' }).click()
      await dialog(page)
        .getByRole('button', { name: /^Restore/ })
        .first()
        .click()
      await dialog(page).getByRole('button', { name: 'Fix all' }).click()
      await dialog(page).getByRole('button', { name: /^Open/ }).click()
      await expectEveryStep(page, name)
    })

  test('a link that is refused changes nothing that was saved', async ({ page }) => {
    await page.goto('/')
    await page.locator('[data-field="service"]').fill('my-own-api')
    await expect.poll(() => saved(page)).toContain('my-own-api')
    const before = await saved(page)
    await page.evaluate(
      hash => {
        location.hash = hash
      },
      fragmentOf({ ...manyEndpoints(1), service: { a: 1 } }),
    )
    await dialog(page).getByRole('button', { name: 'Keep current document' }).click()
    await expect(page.locator('[data-field="service"]')).toHaveValue('my-own-api')
    expect(await saved(page)).toBe(before)
  })

  test('a file of a later version, or nested without end, is refused and says why', async ({ page }) => {
    await page.goto('/')
    await codePane(page)
    for (const [text, message] of [
      [JSON.stringify({ ...manyEndpoints(1), version: 2 }), /made by a later version/],
      [`{"version":1,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested deeper than/],
    ] as const) {
      const file = path.join(tmpdir(), `bad-${process.pid}.json`)
      writeFileSync(file, text)
      await page.getByLabel('Open a wizard.json').setInputFiles(file)
      await expect(dialog(page)).toContainText(message)
      await expect(dialog(page).getByRole('button', { name: /Fix|^Open/ })).toHaveCount(0)
      await dialog(page).getByRole('button', { name: 'Keep current document' }).click()
    }
  })
})

test('an invalid document shows no template of another one, and nothing to take away', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  await expect(page.getByText('Allowed at 1 of 1 endpoint')).toBeVisible()
  await page.evaluate(
    hash => {
      location.hash = hash
    },
    fragmentOf({ ...manyEndpoints(2), service: 'Not A Name' }),
  )
  await dialog(page).getByRole('button', { name: 'Open and repair' }).click()
  await expect(page.getByText('No template yet.')).toBeVisible()
  await expect(page.locator('.view-line').first()).toBeHidden()
  await expect(page.getByText('Allowed at 1 of 1 endpoint')).toBeHidden()
  for (const name of ['Copy the file', 'Download the file', 'Download the project as .zip'])
    await expect(page.getByRole('button', { name })).toBeDisabled()
  await page.locator('[data-field="service"]').fill('now-valid')
  await expect(page.getByText('No template yet.')).toBeHidden()
  expect(await copiedText(page)).toContain('now-valid')
  // From here on it has a last valid state of its own.
  await page.locator('[data-field="service"]').fill('Not A Name')
  await expect(page.getByText('Showing the last valid template.')).toBeVisible()
  expect(await copiedText(page)).toContain('now-valid')
})
