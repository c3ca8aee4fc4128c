import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'
import { readYaml } from '../../conformance/toolchains/read-yaml'
import { samTranslator } from '../../conformance/toolchains/sam/translator'

/** Ways to write authorizers and events that people use. */
const folder = path.join(import.meta.dirname, 'sam-idioms')

/** Who can call each endpoint, but for the preflights that SAM adds. */
function accessOf(name: string, text: string) {
  const { access, files } = reportOf(diagnose([{ path: name, text }]))
  expect(files.map(({ read }) => read)).toEqual(['whole'])
  expect(access).not.toHaveLength(0)
  return access
    .filter(({ endpoint }) => !endpoint.startsWith('OPTIONS'))
    .map(({ endpoint, authorization, clients }) => JSON.stringify([endpoint, authorization, clients]))
    .toSorted()
}

it.each(fs.readdirSync(folder))('%s can be called by whom the translated template says', async name => {
  const translator = await samTranslator()
  if (!translator) return console.info(`${name}: AWS's SAM translator is not on this machine`)
  const text = fs.readFileSync(path.join(folder, name), 'utf8')
  const translated = await translator.expand(readYaml(text), {}, 'us-east-1')
  expect(accessOf('template.yaml', text)).toEqual(accessOf('template.json', JSON.stringify(translated)))
})
