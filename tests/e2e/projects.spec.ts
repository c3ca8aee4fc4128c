import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { formats } from '../../lib/formats'
import { runCommand } from '../cli/process'
import { projectZip } from '../conformance/projects/project'
import { entriesOf, filesIn } from '../conformance/projects/unpack'
import { codePane, expect, openWith, test } from './fixture'

test.use({ sharesPage: true })

const root = path.resolve(import.meta.dirname, '../..')

const caseSpec = (name: string) =>
  JSON.parse(readFileSync(path.join(root, 'tests/cases', name, 'spec.json'), 'utf8'))

async function downloadedBy(page: Page, name: RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** What `generate --out` writes. */
async function written(format: string, specFile: string): Promise<ReturnType<typeof filesIn>> {
  const out = mkdtempSync(path.join(tmpdir(), 'project-'))
  try {
    const args = ['generate', '--format', format, '--out', out, specFile]
    const { status, stderr } = await runCommand(args, { folder: path.dirname(specFile) })
    expect(status, stderr).toBe(0)
    return filesIn(out)
  } finally {
    rmSync(out, { recursive: true })
  }
}

for (const name of ['example', 'http-cors', 'existing-pool', 'hostile-strings'])
  test(`the zips of ${name} are those that the proof unpacks, byte for byte`, async ({ page }) => {
    const spec = caseSpec(name)
    await openWith(page, spec)
    await codePane(page)
    for (const { id: format, name: tab } of formats) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      if (tab === 'CloudFormation')
        await page.getByRole('radio', { name: format.endsWith('json') ? 'JSON' : 'YAML' }).check()
      const download = await downloadedBy(page, /Download the project/)
      expect(download.name).toBe(`${spec.service}-${format}.zip`)
      expect(download.bytes.equals(projectZip(format, spec)), format).toBe(true)
    }
  })

test('the last step downloads the same, and the command line writes the same files', async ({ page }) => {
  const spec = caseSpec('http-cors')
  const specFile = path.join(mkdtempSync(path.join(tmpdir(), 'spec-')), 'wizard.json')
  writeFileSync(specFile, JSON.stringify(spec))
  await openWith(page, spec, '/#review')
  for (const { id: format, label } of formats.filter(({ id }) => id !== 'cloudformation-json')) {
    const download = await downloadedBy(page, new RegExp(`^Download project for ${label}$`))
    expect(download.bytes.equals(projectZip(format, spec)), format).toBe(true)
    const files = Object.fromEntries(
      entriesOf(download.bytes).map(({ name, mode, bytes }) => [
        name.slice(name.indexOf('/') + 1),
        { mode, text: bytes.toString('utf8') },
      ]),
    )
    expect(files).toEqual(await written(format, specFile))
  }
})
